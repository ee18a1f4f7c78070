package duban.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this process can say of itself. */
@ApplicationScoped
public class RunningProcess {

  private final String name;
  private final String version;

  RunningProcess(
      @ConfigProperty(name = "quarkus.application.name") String name,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.name = name;
    this.version = version;
  }

  /**
   * The process that answered; where a service has several replicas, one of them.
   *
   * @param heapBytes of its heap in use, garbage that waits for its collection included
   * @param heapMostBytes up to which the heap may grow
   */
  @Schema(name = "Process")
  public record View(
      @Schema(examples = "plans-service") String service,
      @Schema(examples = "0.1.0") String version,
      Instant startedAt,
      long uptimeSeconds,
      long heapBytes,
      long heapMostBytes) {}

  public View view() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new View(
        name,
        version,
        Instant.ofEpochMilli(runtime.getStartTime()),
        runtime.getUptime() / 1000,
        heap.getUsed(),
        heap.getMax());
  }
}
