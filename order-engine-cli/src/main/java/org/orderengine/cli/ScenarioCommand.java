package org.orderengine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.testkit.coverage.Coverage;
import org.orderengine.testkit.scenario.Scenario;
import org.orderengine.testkit.scenario.ScenarioFinding;
import org.orderengine.testkit.scenario.ScenarioFormatException;
import org.orderengine.testkit.scenario.ScenarioResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios and says where they did not come out as expected. */
@Command(
        name = "scenario",
        description = {
            "Runs scenario files and prints for each what came out, as JSON on one line.",
            "Every scenario begins without orders: where FILE holds some, a new file beside it is taken; on a server, tables of"
                    + " their own, scenario_…."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every expectation held",
            "1:one did not: each difference is on standard error",
            "2:a file cannot be understood: what is wrong with it is on standard error"
        })
final class ScenarioCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Scenario files; a folder stands for the .json files in it.")
    private List<Path> named;

    @Mixin
    private StoreOptions store;

    @Option(
            names = "--restarts",
            description =
                    "Drops the engine behind every step, and opens a new one on the same store: each is a step of its own.")
    private boolean restarting;

    @Option(
            names = "--coverage",
            description = {
                "Says on standard error, after all scenarios, what they exercised of each process that they ran:",
                "states, transitions, guards' answers, timers and what services answered."
            })
    private boolean covering;

    private final Coverage coverage = new Coverage();

    @Spec
    private CommandSpec spec;

    ScenarioCommand() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Inputs inputs = Inputs.of(named, err);
        int status = inputs.isComplete() ? 0 : Main.NOT_UNDERSTOOD;
        try (Stores stores = store.stores()) {
            for (Path file : inputs.files()) {
                status = Math.max(status, run(file, stores, spec.commandLine().getOut(), err));
            }
        } catch (StoreUnavailableException noStore) {
            err.println(noStore.getMessage());
            return Main.NOT_UNDERSTOOD;
        }
        if (covering) {
            coverage.all().forEach(report -> err.print(report.text()));
            err.flush();
        }
        return status;
    }

    private int run(Path file, Stores stores, PrintWriter out, PrintWriter err) {
        try {
            SmallFiles.requireSmall(file);
            Scenario scenario = Scenario.read(file);
            ScenarioResult result = (restarting ? scenario.withRestarts() : scenario).run(stores.empty(err), coverage);
            out.println(result.json());
            result.differences().forEach(err::println);
            return result.passed() ? 0 : Main.DIFFERENT;
        } catch (ScenarioFormatException wrong) {
            for (ScenarioFinding finding : wrong.findings()) {
                err.println(finding);
            }
        } catch (IOException unreadable) {
            err.println(Inputs.explain(file, unreadable));
        } catch (StoreUnavailableException noStore) {
            err.println(noStore.getMessage());
        }
        return Main.NOT_UNDERSTOOD;
    }
}
