package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule holds for all published code, and each is broken by a small class made to break it. */
class ArchitectureTest {

    private static final String BASE = "org.orderengine";

    /** Innermost first: the packages of spi and core, then the modules around them. */
    private static final Layers LAYERS = new Layers(
            BASE,
            List.of(
                    Set.of("text"),
                    Set.of("model"),
                    Set.of("policy"),
                    Set.of("command", "event", "effect"),
                    Set.of("spi"),
                    Set.of("machine", "memory"),
                    Set.of("json", "source"),
                    Set.of("process"),
                    Set.of("pricing"),
                    Set.of("decision"),
                    Set.of("dispatch"),
                    Set.of("orders"),
                    Set.of("feed"),
                    Set.of("diagram"),
                    Set.of("engine"),
                    Set.of("view"),
                    Set.of("testkit", "jdbc"),
                    Set.of("cli")));

    @Test
    void the_rules_see_every_module() {
        assertThat(Code.PUBLISHED.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .contains(
                        "org.orderengine.model",
                        "org.orderengine.json",
                        "org.orderengine.testkit",
                        "org.orderengine.jdbc",
                        "org.orderengine.cli")
                .doesNotContain("org.orderengine.verification.architecture");
    }

    @Nested
    class Cycles {

        @Test
        void packages_do_not_depend_on_each_other_in_circles() {
            Rules.packagesAreFreeOfCycles(BASE).check(Code.PUBLISHED);
        }

        @Test
        void two_packages_that_need_each_other_are_reported() {
            assertBreaks(
                    Rules.packagesAreFreeOfCycles("org.orderengine.verification.architecture.broken"),
                    "Cycle detected",
                    "Slice engine",
                    "Slice model");
        }
    }

    @Nested
    class CirclesOfTypes {

        @Test
        void types_that_need_each_other_are_reported_with_nested_ones_as_their_own() {
            assertBreaks(
                    Rules.hasNoCircleOfMoreThan(3, "org.orderengine.verification.architecture.broken"),
                    "4 types: org.orderengine.verification.architecture.broken.knot.Knot, "
                            + "org.orderengine.verification.architecture.broken.knot.Knotted, "
                            + "org.orderengine.verification.architecture.broken.knot.Loop, "
                            + "org.orderengine.verification.architecture.broken.knot.Rope");
        }

        @Test
        void a_circle_of_as_many_as_the_limit_is_not() {
            Rules.hasNoCircleOfMoreThan(4, "org.orderengine.verification.architecture.broken")
                    .check(Code.BROKEN);
        }
    }

    @Nested
    class Direction {

        private final Layers broken = new Layers(
                "org.orderengine.verification.architecture.broken", List.of(Set.of("model"), Set.of("engine")));

        @Test
        void packages_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(LAYERS).check(Code.PUBLISHED);
        }

        @Test
        void a_model_that_needs_the_engine_is_reported() {
            assertBreaks(
                    Rules.packagesDependInOneDirection(broken),
                    "Field <org.orderengine.verification.architecture.broken.model");
        }

        @Test
        void a_package_in_no_layer_is_reported() {
            assertBreaks(Rules.packagesDependInOneDirection(broken), "broken.elsewhere.Dice is in no layer");
        }
    }

    @Nested
    class Machine {

        @Test
        void the_machine_knows_nothing_of_orders() {
            Rules.dependsOnNothingElseOf(BASE, "org.orderengine.machine").check(Code.PUBLISHED);
        }

        /** What can be written down, the same in numbers, what is wrong with it, and the machine that runs it. */
        private final Layers rooms = new Layers(
                "org.orderengine.machine",
                List.of(Set.of("definition"), Set.of("chart"), Set.of("check"), Set.of(Layers.BASE)));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }

        @Test
        void its_types_form_small_circles_only() {
            Rules.hasNoCircleOfMoreThan(8, "org.orderengine.machine").check(Code.PUBLISHED);
        }

        @Test
        void a_package_that_knows_another_is_reported() {
            assertBreaks(
                    Rules.dependsOnNothingElseOf(BASE, "org.orderengine.verification.architecture.broken.engine"),
                    "org.orderengine.verification.architecture.broken.model.Api");
        }
    }

    @Nested
    class Processes {

        /** What is wrong with definitions, what they are, and above them what is made of them. */
        private final Layers rooms = new Layers(
                "org.orderengine.process",
                List.of(
                        Set.of("finding"),
                        Set.of(Layers.BASE),
                        Set.of("vocabulary", "chart"),
                        Set.of("check"),
                        Set.of("compiled")));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }

        @Test
        void its_types_form_small_circles_only() {
            Rules.hasNoCircleOfMoreThan(8, "org.orderengine.process").check(Code.PUBLISHED);
        }
    }

    @Nested
    class Prices {

        /** How offers are read, what a shop chooses and what a price says, and how a quote is worked out. */
        private final Layers rooms =
                new Layers("org.orderengine.pricing", List.of(Set.of("offer"), Set.of(Layers.BASE), Set.of("quote")));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }

        @Test
        void its_types_form_small_circles_only() {
            Rules.hasNoCircleOfMoreThan(8, "org.orderengine.pricing").check(Code.PUBLISHED);
        }
    }

    @Nested
    class Orders {

        private final Layers rooms =
                new Layers("org.orderengine.orders", List.of(Set.of(Layers.BASE), Set.of("stored")));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }
    }

    @Nested
    class Feed {

        private final Layers rooms =
                new Layers("org.orderengine.feed", List.of(Set.of(Layers.BASE), Set.of("delivery")));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }
    }

    @Nested
    class Decision {

        /** What a decision says, how it is made, and beside it how orders come to another version of their process. */
        private final Layers rooms = new Layers(
                "org.orderengine.decision",
                List.of(
                        Set.of(Layers.BASE),
                        Set.of("draft"),
                        Set.of("child"),
                        Set.of("effect"),
                        Set.of("action"),
                        Set.of("flow"),
                        Set.of("migrate")));

        @Test
        void its_rooms_depend_on_those_before_them_only() {
            Rules.packagesDependInOneDirection(rooms).check(Code.PUBLISHED);
        }

        @Test
        void its_types_form_small_circles_only() {
            Rules.hasNoCircleOfMoreThan(8, "org.orderengine.decision").check(Code.PUBLISHED);
        }
    }

    @Nested
    class TimeAndChance {

        @Test
        void time_and_chance_come_from_outside() {
            // The rules of the contract draw from the seed that a property gives them.
            Rules.timeAndChanceComeFromOutside(
                            Set.of("org.orderengine.engine", "org.orderengine.cli"),
                            Set.of("org.orderengine.testkit.contract.StoreOracleRules$Tried"))
                    .check(Code.PUBLISHED);
        }

        @Test
        void every_way_to_read_a_clock_or_roll_dice_is_reported() {
            assertBreaks(
                    Rules.timeAndChanceComeFromOutside(Set.of("no.such.package"), Set.of()),
                    "java.time.Instant.now()",
                    "java.time.LocalDate.now(",
                    "java.time.Clock.systemUTC()",
                    "java.time.InstantSource.system()",
                    "java.lang.System.currentTimeMillis()",
                    "java.lang.System.nanoTime()",
                    "java.util.UUID.randomUUID()",
                    "java.util.Random.<init>()",
                    "java.util.SplittableRandom.<init>()",
                    "java.util.concurrent.ThreadLocalRandom.current()",
                    "java.lang.Math.random()");
        }

        @Test
        void what_is_named_may() {
            Rules.timeAndChanceComeFromOutside(
                            Set.of("no.such.package"),
                            Set.of("org.orderengine.verification.architecture.broken.elsewhere.Dice"))
                    .check(Code.BROKEN);
        }
    }

    @Nested
    class Purity {

        @Test
        void deciding_neither_logs_nor_reads_nor_writes() {
            Rules.decidingIsPure(
                            "org.orderengine.model..",
                            "org.orderengine.machine..",
                            "org.orderengine.pricing..",
                            "org.orderengine.decision..")
                    .check(Code.PUBLISHED);
        }

        @Test
        void a_logger_and_a_file_are_reported() {
            assertBreaks(Rules.decidingIsPure("..broken.model.."), "org.slf4j.Logger", "java.nio.file.Files");
        }
    }

    @Nested
    class Signature {

        @Test
        void signatures_name_only_types_that_a_host_sees() {
            Rules.signaturesNameOnlyTypesThatAHostSees().check(Code.PUBLISHED);
        }

        @Test
        void a_type_of_a_library_and_a_hidden_type_are_reported() {
            assertBreaks(
                    Rules.signaturesNameOnlyTypesThatAHostSees(),
                    "Api.tree(java.util.List) names com.fasterxml.jackson.databind.JsonNode",
                    "Api.hidden() names org.orderengine.verification.architecture.broken.model.Api$Hidden",
                    "Api.node() names com.fasterxml.jackson.databind.JsonNode",
                    "Api.mapper names com.fasterxml.jackson.databind.ObjectMapper");
        }
    }

    @Nested
    class Json {

        @Test
        void json_names_no_classes() {
            Rules.jsonNamesNoClasses().check(Code.PUBLISHED);
        }

        @Test
        void default_typing_and_type_information_are_reported() {
            assertBreaks(
                    Rules.jsonNamesNoClasses(),
                    "activateDefaultTyping",
                    "com.fasterxml.jackson.annotation.JsonTypeInfo");
        }
    }

    @Nested
    class Records {

        private static final int FEW = 7;

        /** Each says in its documentation why it has more. */
        private static final Set<String> WIDE = Set.of(
                "Address",
                "Arrow",
                "Change",
                "DecisionPolicy",
                "Item",
                "Limits",
                "Migration",
                "Offer",
                "Order",
                "Payment",
                "PlaceOrder",
                "PricingPolicy",
                "ProcessState",
                "Product",
                "QuoteRequest",
                "Return",
                "Shipment",
                "Shop",
                "StateDefinition",
                "StoreOperation$Put",
                "Totals",
                "Transition",
                "Units");

        @Test
        void records_have_few_components() {
            Rules.recordsHaveAtMost(FEW, WIDE).check(Code.PUBLISHED);
        }

        @Test
        void a_record_of_many_components_is_reported() {
            assertBreaks(Rules.recordsHaveAtMost(FEW, Set.of()), "Api$Wide has 8 components");
        }

        @Test
        void what_may_have_more_does() {
            assertThat(Code.PUBLISHED.stream()
                            .filter(type -> type.isRecord() && Rules.components(type) > FEW)
                            .map(Rules::nameInPackage)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(WIDE);
        }
    }

    private static void assertBreaks(ArchRule rule, String... reported) {
        assertThatThrownBy(() -> rule.check(Code.BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(reported);
    }
}
