package org.orderengine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.UpkeepBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the orders of a store be found by what a new version finds them by. */
@Command(
        name = "reindex",
        description = {
            "Has all orders of a store be found by what they are now, for the sake of columns and terms that are new.",
            "Orders of processes of the host's own are left. A host that seals terms, or finds orders by further attributes, calls"
                    + " engine.reindex in its own program instead: this command would take such terms away."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every order is indexed",
            "1:some were left: each is on standard error",
            "2:the store cannot be reached, or there is none"
        })
final class ReindexCommand extends StoredOrdersCommand {

    @Option(
            names = "--found-by",
            paramLabel = "ATTRIBUTE",
            description = "An attribute that the host finds orders by; may be given several times.")
    private List<String> attributes = new ArrayList<>();

    ReindexCommand() {}

    @Override
    OrderEngineBuilder with(OrderEngineBuilder engine) {
        attributes.forEach(engine::foundBy);
        return engine;
    }

    @Override
    Function<@Nullable String, UpkeepBatch> batches(OrderEngine engine) {
        return engine::reindex;
    }

    @Override
    String word() {
        return "indexed";
    }
}
