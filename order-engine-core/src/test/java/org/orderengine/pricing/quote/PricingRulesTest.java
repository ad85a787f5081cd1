package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Money;
import org.orderengine.model.Problem;
import org.orderengine.model.TaxShare;
import org.orderengine.pricing.Explanation.Changed;
import org.orderengine.pricing.Explanation.Kind;
import org.orderengine.pricing.Explanation.NotApplied;
import org.orderengine.pricing.Explanation.Noted;
import org.orderengine.pricing.Explanation.Reason;
import org.orderengine.pricing.PricingRules;
import org.orderengine.spi.pricing.PricingContext.LineRow;
import org.orderengine.spi.pricing.PricingRule;

class PricingRulesTest {

    private static final PricingRule NOTHING = sheet -> {};

    @Test
    void the_standard_rules_stand_in_their_order() {
        assertThat(PricingRules.standard().names())
                .containsExactly("base-price", "shipping", "offers", "points", "tax");
        assertThat(PricingRules.staged().names())
                .containsExactly(
                        "base-price", "line-offers", "order-offers", "shipping", "shipping-offers", "points", "tax");
    }

    @Test
    void rules_are_added_replaced_taken_out_and_reordered_by_name() {
        PricingRules rules = PricingRules.standard()
                .before("tax", "fee", NOTHING)
                .after("base-price", "contract", NOTHING)
                .replace("points", NOTHING)
                .without("shipping");
        assertThat(rules.names()).containsExactly("base-price", "contract", "offers", "points", "fee", "tax");
        assertThat(rules.inOrder("tax", "fee", "points", "offers", "contract", "base-price")
                        .names())
                .startsWith("tax", "fee");
    }

    @Test
    void unknown_and_doubled_names_are_refused() {
        PricingRules rules = PricingRules.standard();
        assertThatThrownBy(() -> rules.before("taxes", "fee", NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"taxes\"")
                .hasMessageContaining("base-price, shipping, offers, points, tax");
        assertThatThrownBy(() -> rules.after("tax", "offers", NOTHING)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.inOrder("tax", "offers")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.inOrder("tax", "tax", "offers", "points", "shipping"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staged_rules_apply_line_offers_first_wherever_they_stand() {
        Cart cart = Cart.in("EUR").line("A", 1, "100.00");
        cart.offer(cart.percent("order", ORDER, "50")).offer(cart.amount("line", LINE, "20.00"));
        assertThat(cart.total()).isEqualTo("30.00");
        assertThat(cart.rules(PricingRules.staged()).total()).isEqualTo("40.00");
    }

    @Test
    void a_replaced_base_price_is_what_everything_else_starts_from() {
        Cart cart = Cart.in("EUR")
                .line("A", 2, "100.00")
                .rules(PricingRules.standard().replace("base-price", sheet -> {
                    for (LineRow line : sheet.lines()) {
                        sheet.price(line, Money.of("EUR", "80.00"), "contract");
                    }
                }));
        cart.offer(cart.percent("ten", ORDER, "10"));
        assertThat(cart.total()).isEqualTo("144.00");
        assertThat(cart.books().lines().get(0).item().priceSource()).isEqualTo("contract");
        assertThat(cart.books().lines().get(0).item().unitPrice()).isEqualTo(Money.of("EUR", "80.00"));
    }

    @Test
    void a_rule_takes_off_as_much_as_there_is_room_for_and_says_how_much_that_was() {
        Money[] taken = new Money[2];
        Cart cart = Cart.in("EUR")
                .line("A", 1, "10.00")
                .line("B", 1, "30.00")
                .shipping("5.00")
                .rules(PricingRules.standard().after("offers", "staff", sheet -> {
                    taken[0] = sheet.lower(sheet.shipping(), "staff", Money.of("EUR", "9.00"));
                    taken[1] = sheet.lower(sheet.lines(), "staff", Money.of("EUR", "20.00"));
                }));
        assertThat(cart.discounts()).containsExactly("5.00", "15.00");
        assertThat(taken).containsExactly(Money.of("EUR", "5.00"), Money.of("EUR", "20.00"));
        assertThat(cart.total()).isEqualTo("20.00");
    }

    @Test
    void a_rule_can_charge_a_tax_of_its_own() {
        Cart cart = Cart.in("EUR")
                .line("BOTTLE", 6, "1.00")
                .rules(PricingRules.standard().after("tax", "deposit", sheet -> {
                    for (LineRow line : sheet.lines()) {
                        sheet.tax(
                                line,
                                new TaxShare(
                                        "deposit",
                                        BigDecimal.ZERO,
                                        Money.of("EUR", "0.25").times(line.quantity())));
                    }
                }));
        assertThat(cart.total()).isEqualTo("7.50");
    }

    @Test
    void a_price_is_final_once_something_was_taken_off_it() {
        Cart cart = Cart.in("EUR")
                .line("A", 1, "10.00")
                .rules(PricingRules.standard().after("offers", "late", sheet -> {
                    LineRow line = sheet.lines().get(0);
                    sheet.lower(line, "late", Money.of("EUR", "1.00"));
                    sheet.price(line, Money.of("EUR", "0.50"), "late");
                }));
        assertThat(cart.refusal()).isEqualTo("pricing-rule-failed");
    }

    @Test
    void a_refusal_that_a_rule_swallows_still_refuses() {
        Cart cart = Cart.in("EUR")
                .line("A", 1, "10.00")
                .rules(PricingRules.standard().after("tax", "stubborn", sheet -> {
                    try {
                        sheet.refuse(new Problem("no", "no"));
                    } catch (RuntimeException swallowed) {
                        sheet.note("stubborn", new Problem("yes", "yes"));
                    }
                }));
        assertThat(cart.refusal()).isEqualTo("no");
    }

    @Test
    void an_explanation_tells_every_change_and_every_offer_that_gave_nothing() {
        Cart cart = Cart.in("EUR")
                .tax("t", "0.20")
                .line("A", 1, "10.00", "t")
                .line("B", 2, "5.00")
                .shipping("4.00")
                .points(100, 100, "0.01")
                .rules(PricingRules.standard()
                        .after("tax", "greeting", sheet -> sheet.note("greeting", new Problem("hello", "welcome"))));
        cart.offer(cart.percent("ten", ORDER, "10"))
                .offer(cart.percent("gold", ORDER, "50")
                        .withCondition(org.orderengine.model.Offer.Condition.ALWAYS.andTiers("gold")));
        assertThat(cart.explanation().entries())
                .isEqualTo(List.of(
                        new Changed("base-price", "catalog", "1", Kind.PRICE, cart.money("10.00")),
                        new Changed("base-price", "catalog", "2", Kind.PRICE, cart.money("10.00")),
                        new Changed("shipping", "command", null, Kind.PRICE, cart.money("4.00")),
                        new Changed("offers", "ten", "1", Kind.DISCOUNT, cart.money("1.00")),
                        new Changed("offers", "ten", "2", Kind.DISCOUNT, cart.money("1.00")),
                        new NotApplied("offers", "gold", Reason.OTHER_TIER, 0, 0),
                        new Changed("points", "points", "1", Kind.DISCOUNT, cart.money("0.50")),
                        new Changed("points", "points", "2", Kind.DISCOUNT, cart.money("0.50")),
                        new Changed("tax", "t", "1", Kind.TAX, cart.money("1.70")),
                        new Noted("greeting", "greeting", new Problem("hello", "welcome"))));
    }
}
