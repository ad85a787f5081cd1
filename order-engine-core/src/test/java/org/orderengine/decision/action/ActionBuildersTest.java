package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.command.Action;
import org.orderengine.command.action.ActionBuilder;
import org.orderengine.command.action.Annotate;
import org.orderengine.command.action.Extend;
import org.orderengine.command.action.Pay;
import org.orderengine.command.action.ReceiveReturn;
import org.orderengine.command.action.RequestReturn;
import org.orderengine.model.Actor;
import org.orderengine.model.Address;
import org.orderengine.model.Money;
import org.orderengine.model.Return;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;

/** Each built-in action has its builder, which has a method for each key that describes the action, and makes no other. */
class ActionBuildersTest {

    /** Keys whose methods are called otherwise: a word of Java, lists that are added to, and what the common builder has. */
    private static final Map<String, String> OTHERWISE =
            Map.of("return", "returned", "lines", "line", "charges", "charge", "attributes", "attribute");

    private static final ActionKeys KEYS = new ActionKeys(Map.of());

    private static Stream<Class<?>> builders(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ActionBuildersTest::builders)
                : Stream.of(type);
    }

    @Test
    void every_built_in_action_has_a_builder_and_there_is_no_other() {
        Set<String> builders =
                builders(ActionBuilder.class).map(ActionBuildersTest::actionOf).collect(Collectors.toSet());

        assertThat(builders)
                .isEqualTo(BuiltInActions.descriptions().stream()
                        .map(ActionDescription::name)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> a_builder_has_a_method_for_each_key_of_its_action() {
        return builders(ActionBuilder.class)
                .map(builder -> DynamicTest.dynamicTest(actionOf(builder), () -> {
                    Set<String> methods = Arrays.stream(builder.getMethods())
                            .map(Method::getName)
                            .collect(Collectors.toSet());
                    BuiltInAction action = BuiltInActions.named(actionOf(builder));
                    assertThat(action).isNotNull();
                    assertThat(action.description().payload().stream()
                                    .map(PayloadKey::name)
                                    .map(key -> OTHERWISE.getOrDefault(key, key)))
                            .isSubsetOf(methods);
                }));
    }

    @Test
    void what_a_builder_makes_is_what_the_open_builder_makes() {
        Money amount = Money.of("EUR", "19.99");

        assertThat(Pay.on("o-1")
                        .method("card")
                        .amount(amount)
                        .commandId("c-1")
                        .by(Actor.buyer("ann"))
                        .build())
                .isEqualTo(Action.on("o-1", "pay")
                        .set("method", "card")
                        .amount(amount)
                        .commandId("c-1")
                        .by(Actor.buyer("ann"))
                        .build());
        assertThat(ReceiveReturn.on("o-1").line("1", 1, 0, 2).build().payload().toMap())
                .isEqualTo(
                        Map.of("lines", List.of(Map.of("line", "1", "accepted", 1L, "damaged", 0L, "rejected", 2L))));
        assertThat(Annotate.on("o-1")
                        .attribute("a", null)
                        .withoutTags()
                        .build()
                        .payload()
                        .keys())
                .containsExactlyInAnyOrder("attributes", "tags");
    }

    @Test
    void no_key_that_a_builder_makes_is_unknown_to_its_action() {
        Address home = new Address("Ann", null, List.of("Main St 1"), "10115", "Berlin", null, "DE", null, null);
        Stream.of(
                        RequestReturn.on("o")
                                .kind(Return.Kind.EXCHANGE)
                                .line("1", 1)
                                .replacement("CUP", 1, Money.of("EUR", "1.00"))
                                .build(),
                        Extend.on("o").by(Duration.ofHours(1)).timer("unpaid").build(),
                        org.orderengine.command.action.Modify.on("o")
                                .deliveryAddress(home)
                                .newLine("CUP", 1, Money.of("EUR", "1.00"), Map.of("color", "blue"))
                                .line("1", 0)
                                .shipping("express", Money.of("EUR", "4.00"))
                                .build())
                .forEach(action -> assertThat(KEYS.problem(action)).isNull());
        assertThat(RequestReturn.on("o")
                        .kind(Return.Kind.REFUND_ONLY)
                        .build()
                        .payload()
                        .get("kind"))
                .isEqualTo("refund-only");
    }

    private static String actionOf(Class<?> builder) {
        String name = builder.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return name.equals("void-payment") ? "void" : name;
    }
}
