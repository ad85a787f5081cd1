package org.orderengine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.UpkeepBatch;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the personal data out of all orders of a buyer. */
@Command(
        name = "erase",
        description = {
            "Takes the personal data out of all orders of a buyer that have ended and owe nothing, and out of their history.",
            "Orders that are still open are left: run it again once they have ended."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:nothing personal is left",
            "1:some orders were left: each is on standard error",
            "2:the store cannot be reached, or there is none"
        })
final class EraseCommand extends StoredOrdersCommand {

    @Option(names = "--buyer", paramLabel = "ID", required = true, description = "The buyer.")
    private String buyer = "";

    @Option(names = "--by", paramLabel = "ID", required = true, description = "Who erases, for the history.")
    private String operator = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String reason;

    @Option(
            names = "--personal",
            paramLabel = "NAME",
            description = "An attribute of the host's own that is personal; may be given several times.")
    private List<String> personal = new ArrayList<>();

    EraseCommand() {}

    @Override
    OrderEngineBuilder with(OrderEngineBuilder engine) {
        return engine.personal(personal.toArray(new String[0]));
    }

    @Override
    Function<@Nullable String, UpkeepBatch> batches(OrderEngine engine) {
        By by = By.of(Actor.staff(operator)).because(reason);
        return after -> engine.eraseBuyer(buyer, by, after);
    }

    @Override
    String word() {
        return "erased";
    }
}
