package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Shipment;
import org.orderengine.model.Totals;

/** The table of {@code docs/reverse.md} held against the engine: each row is done to an order, and each cell is what happened. */
class ReverseTableTest {

    private static final String ID = "o-1";
    private static final String NOTHING = "–";
    private static final List<String> WAY =
            List.of("created", "paid", "shipped", "delivered", "confirmed", "completed");

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_is_what_happens() throws IOException {
        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThan(30);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0) + ", " + row.get(1), () -> assertThat(
                                happens(row.get(0).replace("`", ""), row.get(1)))
                        .isEqualTo(row.subList(2, row.size()))));
    }

    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("../docs/reverse.md"))) {
            if (inside && !line.startsWith("|---")) {
                if (!line.startsWith("|")) {
                    break;
                }
                rows.add(cells(line));
            }
            inside |= line.startsWith("| action | where |");
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String[] cells = line.strip().substring(1).split("\\|", -1);
        return Stream.of(cells).limit(cells.length - 1L).map(String::strip).toList();
    }

    /** What the cells of an action are for an order that has come there. */
    private static List<String> happens(String action, String where) {
        TestShop shop = new TestShop();
        come(shop, where, action);
        assertThat(shop.order(ID).flow().effects()).isEmpty();
        Order before = shop.order(ID);
        long held = shop.inventory.held(ID);
        Outcome outcome = shop.execute(action(shop, action));
        if (outcome instanceof Outcome.Rejected rejected) {
            return List.of("`" + rejected.code() + "`", "", "", "", "", "", "", "");
        }
        Invariants.hold(shop, ID);
        Order after = shop.order(ID);
        return List.of(
                payment(before, after),
                stock(before, after, shop.inventory.held(ID) - held),
                parcel(before, after),
                grew(before, after, ReverseTableTest::returnedCoupons) ? "returned" : NOTHING,
                grew(before, after, order -> order.books().points().returned()) ? "returned" : NOTHING,
                grew(before, after, order -> order.books().points().clawedBack()) ? "taken back" : NOTHING,
                tax(before.totals().tax(), after.totals().tax()),
                after.totals().shipping().compareTo(before.totals().shipping()) < 0 ? "waived" : NOTHING);
    }

    private static String payment(Order before, Order after) {
        List<String> moved = new ArrayList<>();
        add(moved, "booked", before.totals().captured(), after.totals().captured());
        add(moved, "voided", voided(before), voided(after));
        add(moved, "refunded", before.totals().refunded(), after.totals().refunded());
        add(moved, "charged back", before.totals().chargedBack(), after.totals().chargedBack());
        add(moved, "owed", before.totals().outstanding(), after.totals().outstanding());
        return moved.isEmpty() ? NOTHING : String.join(", ", moved);
    }

    private static void add(List<String> moved, String word, Money before, Money after) {
        if (after.compareTo(before) > 0) {
            moved.add(word);
        }
    }

    private static Money voided(Order order) {
        Money sum = order.books().money(0);
        for (Payment payment : order.books().payments()) {
            sum = sum.plus(payment.voided());
        }
        return sum;
    }

    private static String stock(Order before, Order after, long held) {
        List<String> moved = new ArrayList<>();
        if (held != 0) {
            moved.add(held > 0 ? "reserved" : "released");
        }
        if (grew(before, after, order -> units(order, line -> line.units().returned()))) {
            moved.add("restocked");
        }
        if (grew(before, after, order -> units(order, line -> line.units().writtenOff()))) {
            moved.add("written off");
        }
        return moved.isEmpty() ? NOTHING : String.join(", ", moved);
    }

    /** What became of a parcel that was there. */
    private static String parcel(Order before, Order after) {
        return before.books().shipments().stream()
                .map(parcel -> after.books().shipments().stream()
                        .filter(now ->
                                now.id().equals(parcel.id()) && !now.state().equals(parcel.state()))
                        .map(Shipment::state)
                        .collect(Collectors.joining()))
                .filter(state -> !state.isEmpty())
                .findFirst()
                .orElse(NOTHING);
    }

    private static String tax(Money before, Money after) {
        int less = after.compareTo(before);
        return less == 0 ? NOTHING : less < 0 ? "less" : "more";
    }

    private static boolean grew(Order before, Order after, ToLongFunction<Order> what) {
        return what.applyAsLong(after) > what.applyAsLong(before);
    }

    private static long units(Order order, ToLongFunction<Line> what) {
        return order.books().lines().stream().mapToLong(what).sum();
    }

    private static long returnedCoupons(Order order) {
        Books books = order.books();
        return books.coupons().stream()
                .filter(coupon -> coupon.state() == Coupon.State.RETURNED)
                .count();
    }

    /** Brings an order to where an action is to be tried; what has to be asked for before is asked for on the way. */
    private static void come(TestShop shop, String where, String action) {
        shop.execute(PlaceOrder.of(ID)
                .buyer("ann")
                .line("LAMP", 2)
                .line("CUP", 3)
                .coupon("TEN")
                .points(100)
                .shipping("post", eur("4.90"))
                .build());
        if (where.equals("authorized")) {
            shop.act(ID, "authorize");
            return;
        }
        boolean paid = where.equals("producing") || where.equals("packed");
        int until = WAY.indexOf(paid ? "paid" : where);
        List<String> steps = List.of("pay", "ship", "deliver", "confirm", "complete");
        for (int i = 0; i < until; i++) {
            shop.act(ID, steps.get(i));
            if (WAY.get(i + 1).equals("delivered")) {
                ask(shop, action);
            }
        }
        if (where.equals("producing")) {
            shop.execute(Action.on(ID, "ship").line("1", 1).build());
        }
        if (where.equals("packed")) {
            shop.execute(Action.on(ID, "ship").set("prepared", true).build());
            assertThat(shop.order(ID).books().shipments()).hasSize(1);
        } else {
            assertThat(shop.state(ID)).isEqualTo(where);
        }
    }

    private static void ask(TestShop shop, String action) {
        if (action.equals("receive-return")) {
            shop.execute(Action.on(ID, "request-return").line("1", 2).build());
            shop.act(ID, "approve-return");
        } else if (action.startsWith("approve-return")) {
            shop.execute(Action.on(ID, "request-return")
                    .set("kind", "refund-only")
                    .line("1", 2)
                    .build());
        }
    }

    private static Action action(TestShop shop, String action) {
        Totals totals = shop.order(ID).totals();
        return switch (action) {
            case "modify to fewer" -> modify(1);
            case "modify to more" -> modify(3);
            case "refund" -> Action.on(ID, "refund").amount(eur("1.00")).build();
            case "delivery-failed and lost" ->
                Action.on(ID, "delivery-failed").set("lost", true).build();
            case "request-return" ->
                Action.on(ID, "request-return").line("1", 1).build();
            case "chargeback" ->
                Action.on(ID, "chargeback")
                        .set("payment", "p1")
                        .amount(totals.captured())
                        .set("reference", "cb-1")
                        .build();
            case "payment-received" -> received(shop);
            default ->
                Action.on(ID, action.startsWith("approve-return") ? "approve-return" : action)
                        .build();
        };
    }

    private static Action modify(long lamps) {
        return Action.on(ID, "modify")
                .set("lines", List.of(Payload.of(Map.of("line", "1", "quantity", lamps))))
                .build();
    }

    private static Action received(TestShop shop) {
        shop.gateway.receive(ID, null, "bank", eur("5.00"), "tx-1");
        return Action.on(ID, "payment-received")
                .set("reference", "tx-1")
                .set("method", "bank")
                .set("amount", "5.00")
                .build();
    }
}
