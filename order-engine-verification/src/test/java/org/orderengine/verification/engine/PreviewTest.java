package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;

/** What a preview shows is what the command makes of the order, and nothing is stored. */
class PreviewTest {

    private static final ProcessDefinition APPROVING = ProcessJson.read(
            """
            { "process": "approving", "states": {
                "open": { "on": { "approve": "done" } },
                "done": { "final": true } } }
            """);

    private final TestShop shop = new TestShop();

    @Test
    void an_action_of_the_hosts_own_with_a_key_dryRun_is_carried_out() {
        TestShop own = new TestShop(APPROVING);
        own.execute(threeLines("o-1"));
        Outcome approved =
                own.execute(Action.on("o-1", "approve").set("dryRun", true).build());
        assertThat(approved).isInstanceOf(Outcome.Accepted.class);
        assertThat(own.state("o-1")).isEqualTo("done");
        assertThat(own.order("o-1")).isEqualTo(((Outcome.Accepted) approved).order());
    }

    @Test
    void a_built_in_action_with_a_key_dryRun_is_refused_since_the_key_means_nothing_to_it() {
        shop.execute(threeLines("o-1"));
        Outcome cancelled =
                shop.execute(Action.on("o-1", "cancel").set("dryRun", true).build());
        assertThat(((Outcome.Rejected) cancelled).code()).isEqualTo("unknown-payload-key");
        assertThat(shop.state("o-1")).isEqualTo("created");
    }

    @Test
    void a_preview_of_the_hosts_own_action_shows_where_it_leads_and_leaves_the_order() {
        TestShop own = new TestShop(APPROVING);
        own.execute(threeLines("o-1"));
        Order before = own.order("o-1");
        Preview preview = own.engine.preview(Action.on("o-1", "approve").build());
        assertThat(((Preview.WouldAccept) preview).order().position().states()).containsExactly("done");
        assertThat(own.order("o-1")).isEqualTo(before);
    }

    @Test
    void a_preview_of_an_order_is_the_order_as_placing_commits_it_first_and_places_none() {
        PlaceOrder place = threeLines("o-1");
        Preview.WouldAccept preview = (Preview.WouldAccept) shop.engine.preview(place);
        assertThat(shop.engine.orders().find("o-1")).isEmpty();
        assertThat(preview.order().revision()).isEqualTo(1);
        assertThat(preview.owed()).extracting(OwedEffect::name).containsExactly("inventory.reserve");
        shop.execute(place);
        assertThat(shop.engine.orders().timeline("o-1").get(0).order()).isEqualTo(preview.order());
    }

    @Test
    void a_preview_of_a_payment_asks_no_provider_and_says_what_would_be_owed() {
        shop.execute(threeLines("o-1"));
        Order before = shop.order("o-1");
        Preview.WouldAccept preview = (Preview.WouldAccept)
                shop.engine.preview(Action.on("o-1", "pay").build());
        assertThat(preview.isAccepted()).isTrue();
        assertThat(preview.owed()).extracting(OwedEffect::name).containsExactly("payment.authorize", "payment.capture");
        assertThat(shop.gateway.movements()).isEmpty();
        assertThat(shop.order("o-1")).isEqualTo(before);
        assertThat(before.totals().captured()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_preview_of_what_is_refused_says_what_the_command_says() {
        shop.execute(threeLines("o-1"));
        assertRefusedAlike(threeLines("o-1"), "order-exists");
        assertRefusedAlike(Action.on("o-1", "ship").build(), "not-allowed");
        assertRefusedAlike(Action.on("o-2", "pay").build(), "unknown-order");
        assertRefusedAlike(Action.on(" ", "pay").build(), "bad-id");
    }

    @Test
    void a_preview_of_what_changes_nothing_shows_the_order_as_it_stands() {
        shop.execute(threeLines("o-1"));
        Preview preview = shop.engine.preview(new FireTimer("o-1", "none", 1));
        assertThat(preview).isEqualTo(new Preview.WouldAccept(shop.order("o-1"), List.of()));
    }

    private void assertRefusedAlike(Command command, String code) {
        Preview preview = shop.engine.preview(command);
        assertThat(preview.isAccepted()).isFalse();
        Outcome.Rejected rejected = (Outcome.Rejected) preview;
        assertThat(rejected.code()).isEqualTo(code);
        assertThat(shop.execute(command)).isEqualTo(rejected);
    }
}
