package duban.document.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A .docx behind a password. */
final class LockedFiles {

  private LockedFiles() {}

  static byte[] docx() {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream locked = encryptor.getDataStream(files)) {
        locked.write(PlanFiles.docx());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
