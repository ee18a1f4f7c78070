package duban.progress.evidence;

import duban.ledger.chain.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the files' bytes are, by their hash. What is kept is never removed. */
interface EvidenceStore {

  /** A new empty file that nobody else sees, to write an upload into. */
  Path incoming() throws IOException;

  /**
   * Keeps a file's content; returns when it is durable. A file that is there already is written
   * anew, which mends a damaged one.
   *
   * @param file one that {@link #incoming} gave; it may be gone afterwards
   */
  void keep(Hash hash, Path file) throws IOException;

  /**
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  InputStream open(Hash hash) throws IOException;
}
