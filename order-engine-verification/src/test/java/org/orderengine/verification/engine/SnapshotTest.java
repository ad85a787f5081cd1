package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Address;
import org.orderengine.model.Order;

/** What an order keeps of how things were when it was placed. */
class SnapshotTest {

    private static final String ID = "o-1";
    private static final Address HOME = new Address(
            "Ann Smith",
            null,
            List.of("1 High Street"),
            "10115",
            "Berlin",
            null,
            "DE",
            "+49 30 1234",
            "ann@example.org");

    private final TestShop shop = new TestShop();

    @Test
    void the_member_tier_and_the_addresses_stay_as_they_were() {
        shop.benefits.member("ann", "gold", 0);
        place(HOME);
        shop.benefits.member("ann", "silver", 0);

        byte[] written = shop.store.load(ID).orElseThrow().document().bytes();
        Order order = OrderDocument.read(() -> written);

        assertThat(order.customer().memberTier()).isEqualTo("gold");
        assertThat(order.customer().deliveryAddress()).isEqualTo(HOME);
        assertThat(order.customer().billingAddress()).isNull();
    }

    @Test
    void a_modification_of_the_address_leaves_every_price_alone() {
        place(HOME);
        Order before = shop.order(ID);

        shop.execute(Action.on(ID, "modify")
                .set("deliveryAddress", Payload.of(Map.of("city", "Hamburg", "lines", List.of("2 Pier"))))
                .build());

        Order after = shop.order(ID);
        assertThat(after.customer().deliveryAddress())
                .isEqualTo(new Address(null, null, List.of("2 Pier"), null, "Hamburg", null, null, null, null));
        assertThat(after.books()).isEqualTo(before.books());
        assertThat(shop.engine.orders().timeline(ID).get(2).events())
                .hasAtLeastOneElementOfType(Event.AddressesChanged.class)
                .doesNotHaveAnyElementsOfTypes(Event.OrderRepriced.class);
    }

    @Test
    void an_address_with_another_name_in_it_is_refused() {
        place(HOME);

        Outcome outcome = shop.execute(Action.on(ID, "modify")
                .set("billingAddress", Payload.of(Map.of("zip", "10115")))
                .build());

        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("unknown-payload-key");
        assertThat(((Outcome.Rejected) outcome).message()).contains("zip").contains("postalCode");
    }

    @Test
    void an_address_with_a_text_that_is_too_long_is_refused() {
        Outcome outcome = place(new Address("A".repeat(1001), null, List.of(), null, null, null, null, null, null));

        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("bad-address");
        assertThat(((Outcome.Rejected) outcome).message()).doesNotContain("AAA");
    }

    @Test
    void no_description_tells_where_a_buyer_lives() {
        place(HOME);
        Order order = shop.order(ID);

        assertThat(order.toString() + new Event.AddressesChanged(order.customer()))
                .doesNotContain("Smith")
                .doesNotContain("High Street")
                .doesNotContain("10115")
                .doesNotContain("example.org");
    }

    private Outcome place(Address address) {
        return shop.execute(PlaceOrder.of(ID)
                .buyer("ann")
                .line("LAMP", 2)
                .deliverTo(address)
                .build());
    }
}
