package duban.reporting.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whether and how the calendar itself reminds and calls. */
@ConfigMapping(prefix = "duban.reminders")
public interface ReminderSettings {

  /**
   * Unless set: on where the system goes by the real day, off where it was started with a day of
   * its own, whose ledgers tell a story that nobody should be added to.
   */
  Optional<Boolean> enabled();

  /** How often to look. */
  @WithDefault("60s")
  String lookEvery();

  /** Events posted in one run; the rest waits for the next. */
  @WithDefault("100")
  int mostPosts();

  /** Days after a due day in which a call is still made; what is longer past is left alone. */
  @WithDefault("7")
  int urgeWithinDays();
}
