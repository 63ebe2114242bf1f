package dev.callboard.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Sessions of their own, for what belongs to a session: advisory locks and LISTEN. */
@ApplicationScoped
public class UnpooledConnections {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.application.name")
    String application;

    /** In autocommit; the caller closes it. */
    public Connection open(String purpose) throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("ApplicationName", application + " " + purpose);
        properties.put("connectTimeout", "5");
        properties.put("socketTimeout", "30");
        properties.put("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }
}
