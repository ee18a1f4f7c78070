package duban.progress.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the store that the settings name. */
@ApplicationScoped
class EvidenceWiring {

  private static final Logger LOG = Logger.getLogger(EvidenceWiring.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Produces
  @Singleton
  EvidenceStore store(EvidenceSettings settings) {
    return switch (settings.store()) {
      case DISK -> disk(settings.folder());
      case S3 -> s3(settings.s3());
    };
  }

  /** A folder that cannot be made keeps nobody from reporting: uploads are told to come later. */
  private static EvidenceStore disk(Path folder) {
    DiskEvidenceStore store = new DiskEvidenceStore(folder);
    try {
      store.sweep();
    } catch (IOException e) {
      LOG.errorf("the folder for evidence cannot be used: %s", e);
    }
    return store;
  }

  static EvidenceStore s3(EvidenceSettings.S3 settings) {
    String bucket =
        settings
            .bucket()
            .orElseThrow(() -> new IllegalStateException("duban.evidence.s3.bucket is not set"));
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                settings
                    .credentialsFile()
                    .map(EvidenceWiring::credentials)
                    .orElseGet(() -> DefaultCredentialsProvider.builder().build()))
            // In one piece: servers do not all take the body apart that AWS signs piece by piece.
            .serviceConfiguration(
                s3 -> s3.pathStyleAccessEnabled(settings.pathStyle()).chunkedEncodingEnabled(false))
            // Other servers do not all know AWS's newer checksums; ours are by the content's hash.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE));
    settings.endpoint().ifPresent(client::endpointOverride);
    return new S3EvidenceStore(client.build(), bucket);
  }

  private static AwsCredentialsProvider credentials(Path file) {
    Properties keys = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      keys.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("duban.evidence.s3.credentials-file cannot be read", e);
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            keys.getProperty("access-key", ""), keys.getProperty("secret-key", "")));
  }
}
