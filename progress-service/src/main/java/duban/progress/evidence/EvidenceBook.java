package duban.progress.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.progress.ledger.Database;
import duban.progress.recognition.FileKind;
import duban.progress.recognition.FileName;
import duban.progress.recognition.Recognition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes files in and gives them out. It blocks, for virtual threads. */
@ApplicationScoped
public class EvidenceBook {

  private static final Logger LOG = Logger.getLogger(EvidenceBook.class);
  private static final int REMEMBERED = 10_000;
  private static final int SHORT_HASH = 8;

  /**
   * @param news whether the district had not handed it in before
   */
  record Received(boolean news, KeptFile file) {}

  /** Who sends what. */
  record Sent(String district, @Nullable String name, String declaredType, String by) {}

  private final EvidenceStore files;
  private final FileRecordStore records;
  private final long maxFileBytes;
  private final Semaphore uploads;

  /** Files never go away, so what is known once is known. */
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  EvidenceBook(EvidenceStore files, FileRecordStore records, EvidenceSettings settings) {
    this.files = files;
    this.records = records;
    this.maxFileBytes = settings.maxFileBytes();
    this.uploads = new Semaphore(settings.uploadsAtOnce());
  }

  /**
   * @throws IOException when the body breaks off
   * @throws ProblemException when it is not kept
   */
  Received receive(Sent sent, InputStream body) throws IOException {
    if (!uploads.tryAcquire()) {
      throw ProblemException.of(
          ProblemType.TRY_LATER, "正在接收其他文件，请稍后再试。", "Other files are being taken; try later.");
    }
    Path file = incoming();
    try {
      Arrival arrival = Arrival.of(body, file, maxFileBytes);
      return kept(sent, file, arrival);
    } finally {
      uploads.release();
      discard(file);
    }
  }

  private Path incoming() {
    try {
      return files.incoming();
    } catch (IOException e) {
      uploads.release();
      throw Unavailable.because(e);
    }
  }

  private Received kept(Sent sent, Path file, Arrival arrival) {
    FileName name = FileName.of(sent.name());
    FileKind kind = kind(file, name, sent.declaredType()).orElseThrow(EvidenceBook::refused);
    String hash = KeptFile.SCHEME + arrival.hash().hex();
    try {
      files.keep(arrival.hash(), file);
    } catch (IOException e) {
      throw Unavailable.because(e);
    }
    String whole = name.as(kind, arrival.hash().hex().substring(0, SHORT_HASH));
    Optional<KeptFile> fresh =
        Database.await(
            records.keep(
                sent.district(), hash, arrival.size(), kind.mediaType(), whole, sent.by()));
    return fresh
        .map(row -> new Received(true, row))
        .orElseGet(() -> new Received(false, find(sent.district(), hash).orElseThrow()));
  }

  private static Optional<FileKind> kind(Path file, FileName name, String declaredType) {
    try {
      return Recognition.of(file, name.extension(), declaredType);
    } catch (IOException e) {
      throw Unavailable.because(e);
    }
  }

  private static ProblemException refused() {
    return ProblemException.of(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "不接收这种文件，或其内容与扩展名、Content-Type 不符。可接收：" + FileKind.all() + "（不含宏；文本须为 UTF-8）。",
        "Files of this kind are not taken, or the content is not what the extension or the"
            + " Content-Type says. Taken are: "
            + FileKind.all()
            + " (without macros; text in UTF-8).");
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warnf("an upload's temporary file was not removed: %s", e);
    }
  }

  /**
   * @param hash with or without {@code sha256:}
   */
  Optional<KeptFile> find(String district, String hash) {
    String whole = hash.startsWith(KeptFile.SCHEME) ? hash : KeptFile.SCHEME + hash;
    return Database.await(records.find(district, whole));
  }

  FilePage page(String district, long after, int limit) {
    return FilePage.of(district, Database.await(records.page(district, after, limit + 1)), limit);
  }

  /**
   * @throws IllegalStateException when a file that was kept is gone, which is nothing to be silent
   *     about
   */
  InputStream open(KeptFile file) {
    try {
      return files.open(file.digest());
    } catch (NoSuchFileException lost) {
      throw new IllegalStateException("evidence is lost: " + file.hash(), lost);
    } catch (IOException e) {
      throw Unavailable.because(e);
    }
  }

  /** Those of the hashes that name no file which this district handed in. */
  public Set<String> unknown(String district, Set<String> hashes) {
    Set<String> asked = new HashSet<>(hashes);
    asked.removeIf(hash -> known.getIfPresent(district + hash) != null);
    if (!asked.isEmpty()) {
      Set<String> found = Database.await(records.known(district, asked));
      found.forEach(hash -> known.put(district + hash, true));
      asked.removeAll(found);
    }
    return asked;
  }
}
