package duban.reporting.verification;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.ledger.read.LongWork;
import duban.ledger.read.Progress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof, on demand; one at a time, because it reads everything. */
@Path("/api/v1/projection/verify")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projection", description = "汇总的核对与重建 · The sums: how far they are, proof and rebuild")
public class VerificationResource {

  private static final String NDJSON = "application/x-ndjson";

  private final Verification verification;
  private final AtomicBoolean running = new AtomicBoolean();

  VerificationResource(Verification verification) {
    this.verification = verification;
  }

  @POST
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(
      summary = "Recomputes every projection row and compares every event with its owner's ledger")
  public Uni<VerificationView> verify() {
    return alone(progress -> {});
  }

  @POST
  @Produces(NDJSON)
  @RolesAllowed(Roles.CITY_ADMIN)
  @Operation(hidden = true)
  public Multi<Object> verifyTelling() {
    return LongWork.told(new Progress("projections", 0, 0), this::alone);
  }

  private Uni<VerificationView> alone(Consumer<Progress> told) {
    if (!running.compareAndSet(false, true)) {
      throw ProblemException.of(
          ProblemType.TRY_LATER, "正在核对，请稍后再试。", "A verification is running; try again later.");
    }
    return verification.verify(told).onTermination().invoke(() -> running.set(false));
  }
}
