package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.coverage.Coverage;
import org.orderengine.view.OrderJson;

/** One run of a scenario. */
final class ScenarioRun {

    private final Scenario scenario;
    private final Supplier<OrderStore> stores;
    private final Coverage coverage;
    private final List<String> differences = new ArrayList<>();

    ScenarioRun(Scenario scenario, Supplier<OrderStore> stores, Coverage coverage) {
        this.scenario = scenario;
        this.stores = stores;
        this.coverage = coverage;
    }

    ScenarioResult run() {
        ScenarioShop world = new ScenarioShop(scenario, coverage);
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("scenario", scenario.title());
        List<Object> steps = new ArrayList<>();
        output.put("steps", steps);
        tell(world, steps, output);
        output.putAll(world.standing());
        return new ScenarioResult(scenario.title(), OrderJson.write(output), differences);
    }

    private void tell(ScenarioShop world, List<Object> steps, Map<String, @Nullable Object> output) {
        try (Session session = new Session(world, stores)) {
            ResultView telling = new ResultView(world, session, scenario.shop().processes());
            StepRunner deeds = new StepRunner(scenario, world, session, telling);
            for (int number = 1; number <= scenario.size(); number++) {
                Map<String, @Nullable Object> told = perform(deeds, number);
                if (told == null) {
                    break;
                }
                steps.add(told);
                compare(scenario.steps().get(number - 1), told, number, "");
            }
            output.put("orders", orders(telling));
        } catch (RuntimeException | StackOverflowError broken) {
            differences.add(scenario.file() + ": expected an engine that runs, but it broke with " + story(broken));
        }
    }

    /** Does a step; null if the engine broke, which is a difference, and the end of the story. */
    private @Nullable Map<String, @Nullable Object> perform(StepRunner deeds, int number) {
        try {
            return deeds.perform(scenario.steps().get(number - 1), number).get();
        } catch (RuntimeException | StackOverflowError broken) {
            differences.add(
                    scenario.file() + ": step " + number + ": expected an answer, but it broke with " + story(broken));
            return null;
        }
    }

    private static String story(Throwable broken) {
        StringBuilder story = new StringBuilder(broken.toString());
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            story.append(", caused by ").append(cause);
        }
        return story.toString();
    }

    private void compare(Step step, Map<String, @Nullable Object> told, int number, String path) {
        if (step.expected() != null) {
            for (String difference : Matching.differences(step.expected(), told)) {
                differences.add(scenario.file() + ": step " + number + ": " + path + difference);
            }
        }
        if (step.deed() instanceof Step.Together together && told.get("results") instanceof List<?> results) {
            for (int index = 0; index < results.size(); index++) {
                if (results.get(index) instanceof Map<?, ?> result) {
                    Map<String, @Nullable Object> named = new LinkedHashMap<>();
                    result.forEach((key, value) -> named.put(String.valueOf(key), value));
                    compare(together.steps().get(index), named, number, path + "results[" + index + "].");
                }
            }
        }
    }

    private Map<String, @Nullable Object> orders(ResultView telling) {
        Set<String> ids = new LinkedHashSet<>();
        placed(scenario.steps(), ids);
        Map<String, @Nullable Object> orders = new LinkedHashMap<>();
        for (String id : ids) {
            Map<String, @Nullable Object> view = telling.view(id);
            if (view != null) {
                orders.put(id, view);
            }
        }
        return orders;
    }

    private static void placed(List<Step> steps, Set<String> ids) {
        for (Step step : steps) {
            if (step.deed() instanceof Step.Place place) {
                ids.add(place.order().orderId());
            } else if (step.deed() instanceof Step.Together together) {
                placed(together.steps(), ids);
            }
        }
    }
}
