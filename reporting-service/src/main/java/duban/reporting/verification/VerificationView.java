package duban.reporting.verification;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param ok whether every row is what it should be
 * @param rows how many were looked at, by kind
 * @param ledgers up to which position each owner's ledger was compared
 * @param differencesFound all that were found
 * @param differences the first of them
 */
@Schema(name = "ProjectionVerification")
public record VerificationView(
    boolean ok,
    Map<String, Long> rows,
    Map<String, Long> ledgers,
    long differencesFound,
    List<Difference> differences) {}
