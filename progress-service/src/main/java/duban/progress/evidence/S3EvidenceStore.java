package duban.progress.evidence;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Files in a bucket of an S3-compatible object store, {@code evidence/<hash>}. */
final class S3EvidenceStore implements EvidenceStore {

  private final S3Client client;
  private final String bucket;

  S3EvidenceStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public Path incoming() throws IOException {
    return Files.createTempFile("duban-evidence-", "");
  }

  /** An object comes into being whole; its length is asked for once more before it counts. */
  @Override
  public void keep(Hash hash, Path file) throws IOException {
    try {
      client.putObject(put -> put.bucket(bucket).key(key(hash)), RequestBody.fromFile(file));
      long length = client.headObject(head -> head.bucket(bucket).key(key(hash))).contentLength();
      if (length != Files.size(file)) {
        throw new IOException("the object store kept " + length + " bytes of " + Files.size(file));
      }
    } catch (SdkException failed) {
      throw new IOException("the object store did not keep " + key(hash), failed);
    }
  }

  @Override
  public InputStream open(Hash hash) throws IOException {
    try {
      return client.getObject(get -> get.bucket(bucket).key(key(hash)));
    } catch (NoSuchKeyException lost) {
      throw new NoSuchFileException(key(hash));
    } catch (SdkException failed) {
      throw new IOException("the object store did not give " + key(hash), failed);
    }
  }

  private static String key(Hash hash) {
    return "evidence/" + hash.hex();
  }
}
