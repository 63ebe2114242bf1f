package dev.callboard.kit.contract;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.test.BlobStoreContract;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** The store that a service gets when it asks for one. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class FolderBlobStoreTest extends BlobStoreContract {
    @Inject
    BlobStore blobs;

    @Override
    protected BlobStore blobs() {
        return blobs;
    }
}
