package duban.progress.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where files of evidence are kept, and how large they may be. */
@ConfigMapping(prefix = "duban.evidence")
public interface EvidenceSettings {

  @WithDefault("disk")
  Place store();

  /** For {@code disk}: must outlive the process, and be shared by all replicas. */
  @WithDefault("data/evidence")
  Path folder();

  @WithDefault("20971520")
  long maxFileBytes();

  /** Uploads that are written and read at the same time. */
  @WithDefault("8")
  int uploadsAtOnce();

  S3 s3();

  /** The two kinds of store. */
  enum Place {
    DISK,
    S3
  }

  /** For {@code s3}. */
  interface S3 {

    /** {@code https://s3.example.cn}; AWS's own unless given. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** Must exist. */
    Optional<String> bucket();

    /**
     * A file of properties, {@code access-key} and {@code secret-key}; the SDK's usual places
     * unless given.
     */
    Optional<Path> credentialsFile();

    /**
     * The bucket's name in the path and not in the host's name, as most servers but AWS want it.
     */
    @WithDefault("true")
    boolean pathStyle();
  }
}
