package dev.callboard.report.bulk;

import dev.callboard.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** COPY into a table, in the transaction of the caller. */
@ApplicationScoped
public class Copy {
    @Inject
    Database db;

    /**
     * @param target table with its columns, {@code work (account_id, month, …)}
     * @return rows copied
     */
    public long into(String target, Consumer<CopyRows> rows) {
        return db.on(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
            try {
                var text = new CopyRows(new ToServer(copy));
                rows.accept(text);
                text.flush();
                return copy.endCopy();
            } finally {
                if (copy.isActive()) copy.cancelCopy();
            }
        });
    }

    /** The rows that were written to a file before the transaction began. */
    long into(String target, InputStream rows) {
        return db.on(connection -> {
            try {
                var in = new BufferedInputStream(rows, 1 << 16);
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin", in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static final class ToServer extends OutputStream {
        private final CopyIn copy;

        private ToServer(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                copy.writeToCopy(bytes, offset, length);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
