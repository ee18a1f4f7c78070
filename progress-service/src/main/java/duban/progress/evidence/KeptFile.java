package duban.progress.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import duban.ledger.chain.Hash;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that a district handed in.
 *
 * @param seq its place in the list
 * @param hash as an event names it, {@code sha256:} and 64 hexadecimal digits
 */
public record KeptFile(
    @JsonIgnore long seq,
    @Schema(examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,
    @Schema(examples = "182044") long size,
    @Schema(examples = "application/pdf") String type,
    @Schema(examples = "竣工验收表.pdf") String name,
    String uploadedBy,
    @Schema(examples = "2022-07-01T02:10:11.123Z") Instant uploadedAt) {

  static final String SCHEME = "sha256:";

  @JsonIgnore
  Hash digest() {
    return Hash.ofHex(hash.substring(SCHEME.length()));
  }
}
