package duban.local.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./duban completion}. */
@Command(
    name = "completion",
    description = {
      "Prints a script for the shell: commands, options, file names and codes of districts at Tab.",
      "It serves ./duban and, where it is on the PATH, duban."
    },
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    footer = {
      "  source <(./duban completion bash)",
      "  ./duban completion bash > duban.bash",
      "  ./duban completion zsh > duban.zsh"
    })
public final class CompletionCommand implements Callable<Integer> {

  /** In zsh the script brings bash's completion with it. */
  private static final String ZSH =
      """
      autoload -U +X compinit && compinit -u
      autoload -U +X bashcompinit && bashcompinit
      """;

  /** Bash parts {@code --without=kafka} at its sign, and what was generated looks for two words. */
  private static final String AT_TAB =
      """

      function _duban_at_tab() {
        local part parts=()
        for part in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
          [[ "$part" == "=" ]] || parts+=("$part")
        done
        [[ "${COMP_WORDS[COMP_CWORD]}" == "=" ]] && parts+=("")
        COMP_WORDS=("${parts[@]}")
        COMP_CWORD=$((${#parts[@]} - 1))
        _complete_duban
      }
      """;

  private static final String COMPLETE = "complete -F _complete_duban ";

  @Spec private CommandSpec spec;

  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Override
  public Integer call() {
    if (shell == Shell.ZSH) {
      System.out.print(ZSH);
    }
    String generated = AutoComplete.bash("duban", spec.root().commandLine());
    System.out.println(
        generated.replace(
            COMPLETE, AT_TAB + "\n" + COMPLETE.replace("_complete_duban", "_duban_at_tab")));
    return 0;
  }
}
