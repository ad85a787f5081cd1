package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.PlaceOrder.RequestedLine;
import org.orderengine.command.action.RequestReturn;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.model.Return;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRule;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingRules;

/** What a host keeps with an order, and who did what to it: nothing of the host's own could be kept with an order or a line. */
class OwnDataTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    private void place() {
        Outcome placed = shop.execute(PlaceOrder.of(ID)
                .buyer("ann")
                .line(new RequestedLine(null, "LAMP", 2, null, Map.of("engraving", "A + B")))
                .attribute("purchase-order", "77")
                .attribute("gift-message", "For you")
                .tag("vip")
                .tag("gift")
                .build());
        assertThat(placed.isAccepted()).isTrue();
    }

    private Order order() {
        return shop.engine.orders().find(ID).orElseThrow();
    }

    private TimelineEntry last() {
        List<TimelineEntry> timeline = shop.engine.orders().timeline(ID);
        return timeline.get(timeline.size() - 1);
    }

    @Test
    void attributes_and_tags_are_kept_with_the_order_and_its_lines() {
        place();

        assertThat(order().attributes())
                .containsExactly(Map.entry("gift-message", "For you"), Map.entry("purchase-order", "77"));
        assertThat(order().tags()).containsExactly("gift", "vip");
        assertThat(order().books().lines().get(0).attributes()).containsEntry("engraving", "A + B");
        assertThat(last().order()).isEqualTo(order());
    }

    @Test
    void a_line_keeps_its_attributes_when_the_order_is_modified_and_cancelled_in_part() {
        place();

        shop.execute(Action.on(ID, "modify")
                .set("lines", List.of(Map.of("line", "1", "quantity", 5)))
                .build());
        shop.execute(Action.on(ID, "cancel").line("1", 1).build());

        assertThat(order().books().lines().get(0).units().cancelled()).isEqualTo(1);
        assertThat(order().books().lines().get(0).attributes()).containsEntry("engraving", "A + B");
    }

    @Test
    void order_and_lines_keep_their_data_when_units_are_exchanged() {
        place();
        shop.act(ID, "pay");
        shop.act(ID, "ship");
        shop.act(ID, "deliver");
        shop.execute(RequestReturn.on(ID)
                .kind(Return.Kind.EXCHANGE)
                .line("1", 1)
                .replacement("CUP", 1)
                .build());
        shop.act(ID, "approve-return");
        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();

        assertThat(order().books().lines()).hasSize(2);
        assertThat(order().books().lines().get(0).attributes()).containsEntry("engraving", "A + B");
        assertThat(order().attributes()).containsEntry("gift-message", "For you");
        assertThat(order().tags()).containsExactly("gift", "vip");
    }

    @Test
    void return_rules_see_attributes_of_the_order_and_of_its_lines() {
        ReturnRule engravedStays = request -> request.lines().stream()
                        .map(asked -> request.order().books().line(asked.line()))
                        .anyMatch(line -> line != null && line.attributes().containsKey("engraving"))
                ? new Problem("engraved", "what is engraved is not taken back")
                : null;
        TestShop engraver = new TestShop(builder -> TestShop.withStandardProcesses(builder)
                .reversal(ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.rule(engravedStays))));
        engraver.execute(PlaceOrder.of(ID)
                .line(new RequestedLine(null, "LAMP", 1, null, Map.of("engraving", "A + B")))
                .line("CUP", 1)
                .build());
        engraver.act(ID, "pay");
        engraver.act(ID, "ship");
        engraver.act(ID, "deliver");

        Outcome engraved = engraver.execute(RequestReturn.on(ID).line("1", 1).build());
        assertThat(engraved).isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.code())
                .isEqualTo("engraved"));
        assertThat(engraver.execute(RequestReturn.on(ID).line("2", 1).build()).isAccepted())
                .isTrue();
    }

    @Test
    void annotate_is_taken_in_final_states_too_and_is_not_listed_as_allowed() {
        place();
        shop.execute(Action.on(ID, "cancel").build());
        assertThat(order().position().ended()).isTrue();

        Outcome annotated = shop.execute(Action.on(ID, "annotate")
                .attribute("gift-message", null)
                .attribute("invoice", "R-17")
                .set("tags", List.of("closed"))
                .build());

        assertThat(annotated.isAccepted()).isTrue();
        assertThat(order().attributes()).containsOnlyKeys("invoice", "purchase-order");
        assertThat(order().tags()).containsExactly("closed");
        assertThat(order().position().states()).containsExactly("cancelled");
        assertThat(shop.engine.orders().allowed(order())).doesNotContain("annotate");
    }

    @Test
    void what_is_no_attribute_or_too_much_is_refused() {
        place();

        assertThat(refusal(Action.on(ID, "annotate").set("attributes", Map.of("a", 1))))
                .isEqualTo("bad-attribute");
        assertThat(refusal(Action.on(ID, "pay").set("attributes", "gift"))).isEqualTo("bad-attribute");
        assertThat(refusal(Action.on(ID, "annotate").attribute(" ", "x"))).isEqualTo("bad-attribute");
        assertThat(refusal(Action.on(ID, "annotate").attribute("a", "x".repeat(1001))))
                .isEqualTo("bad-attribute");
        Action.Builder tooMany = Action.on(ID, "annotate");
        for (int i = 0; i < 49; i++) {
            tooMany.attribute("a" + i, "x");
        }
        assertThat(refusal(tooMany)).isEqualTo("limit-exceeded");
        assertThat(refusal(Action.on(ID, "annotate").set("tags", List.of("\u0007"))))
                .isEqualTo("bad-payload");
        assertThat(shop.execute(PlaceOrder.of("o-2").line("LAMP", 1).tag("").build()))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("bad-attribute"));
        assertThat(order().revision()).isEqualTo(2);
    }

    private String refusal(Action.Builder action) {
        return ((Outcome.Rejected) shop.execute(action.build())).code();
    }

    @Test
    void history_says_who_gave_each_command_and_why() {
        place();
        By eve = By.of(Actor.staff("eve")).because("the buyer called");

        assertThat(shop.engine.orders().timeline(ID).get(0).by()).isEqualTo(By.of(Actor.buyer("ann")));
        assertThat(last().by()).isEqualTo(By.SYSTEM);
        shop.execute(Action.on(ID, "pay")
                .by(Actor.staff("eve"))
                .because("the buyer called")
                .build());
        assertThat(shop.engine.orders().timeline(ID))
                .filteredOn(entry -> entry.events().get(0) instanceof Event.ActionTaken)
                .extracting(TimelineEntry::by)
                .containsExactly(eve);
        shop.execute(Action.on(ID, "cancel").set("reason", "too late").build());
        assertThat(shop.engine.orders().timeline(ID))
                .filteredOn(entry -> entry.events().get(0) instanceof Event.ActionTaken)
                .extracting(TimelineEntry::by)
                .containsExactly(eve, By.SYSTEM.because("too late"));
    }

    @Test
    void the_same_command_of_another_author_is_the_same_command() {
        place();
        Action pay =
                Action.on(ID, "pay").commandId("c-1").by(Actor.buyer("ann")).build();

        assertThat(shop.execute(pay).isAccepted()).isTrue();
        long revision = order().revision();
        assertThat(shop.execute(pay.withBy(By.of(Actor.staff("eve")).because("again")))
                        .isAccepted())
                .isTrue();
        assertThat(order().revision()).isEqualTo(revision);
    }

    @Test
    void pricing_rules_see_attributes_of_the_order_and_of_its_lines_when_it_is_placed_and_when_it_changes() {
        PricingRules engraving = PricingRules.standard()
                .after(PricingRules.BASE_PRICE, "engraving", sheet -> sheet.lines()
                        .forEach(line -> {
                            if (line.lineAttributes().containsKey("engraving")
                                    && sheet.annotations().attributes().containsKey("purchase-order")) {
                                sheet.lower(line, "engraved", TestShop.eur("1.00"));
                            }
                        }));
        TestShop engraver = new TestShop(builder -> TestShop.withStandardProcesses(builder)
                .pricing(new Pricing(PricingPolicy.DEFAULT, engraving, Map.of())));
        engraver.execute(PlaceOrder.of(ID)
                .line(new RequestedLine(null, "LAMP", 1, null, Map.of("engraving", "A + B")))
                .attribute("purchase-order", "77")
                .build());
        assertThat(engraver.order(ID).totals().discount()).isEqualTo(TestShop.eur("1.00"));

        engraver.execute(Action.on(ID, "modify")
                .set("lines", List.of(Map.of("sku", "CUP", "quantity", 1, "attributes", Map.of("engraving", "C"))))
                .build());
        assertThat(engraver.order(ID).totals().discount()).isEqualTo(TestShop.eur("2.00"));
    }

    @Test
    void attributes_of_an_action_stand_in_the_history_with_what_it_did() {
        place();

        shop.execute(Action.on(ID, "pay").attribute("terminal", "7").build());

        assertThat(shop.engine.orders().timeline(ID))
                .flatExtracting(TimelineEntry::events)
                .contains(new Event.ActionTaken("pay", "p1", null, Map.of("attributes", Map.of("terminal", "7"))));
    }
}
