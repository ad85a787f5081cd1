package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.GatewayAnswer;

/**
 * One order that lives a random life, on a standard process, among services that decline, fail and lose answers, in an engine
 * that is dropped and opened again. The same seed gives the same life.
 */
final class Life {

    static final String ID = "o-1";

    /** All but a provider's late no, which has to be true: {@link PaymentDeclinedTest} tells true ones. */
    private static final List<String> BUILT_IN = BuiltIns.names().actions().stream()
            .map(ActionDescription::name)
            .filter(name -> !name.equals("payment-declined"))
            .toList();

    private static final List<Answer> ANSWERS =
            List.of(Answer.APPROVED, Answer.DECLINED, Answer.UNKNOWN, Answer.UNKNOWN_DONE, Answer.FAILED);

    /** What brings an order on, and back again once it has arrived. */
    private static final Set<String> ONWARDS =
            Set.of("accept", "pay", "ship", "deliver", "resume", "request-return", "approve-return", "receive-return");

    final TestShop shop;
    private final List<String> processes;
    private final Random random;
    private final List<String> locations;
    private final boolean goesOn;

    /** A life on any standard process. */
    Life(long seed) {
        this(seed, new TestShop(), StandardProcesses.names());
    }

    /** A life on a process. */
    Life(long seed, ProcessDefinition process) {
        this(seed, new TestShop(process), List.of(process.name()));
    }

    /** A life in a shop. */
    Life(long seed, TestShop shop, List<String> processes) {
        this(new Random(seed), shop, processes, List.of());
    }

    private Life(Random random, TestShop shop, List<String> processes, List<String> locations) {
        this.shop = shop;
        this.processes = processes;
        this.random = random;
        this.locations = locations;
        this.goesOn = random.nextBoolean();
    }

    /** A life on any standard process whose units come from several locations, and another order is quicker now and then. */
    static Life atLocations(long seed) {
        Random random = new Random(seed);
        List<String> locations = List.of("north", "south", "east").subList(0, 2 + random.nextInt(2));
        FakeInventory inventory = FakeInventory.at(locations.toArray(new String[0]));
        Scatter scatter = new Scatter(inventory, random);
        TestShop shop = new TestShop(inventory, engine -> engine.allocator(scatter));
        inventory.addAt("south", "CUP", 2).addAt("south", "PIN", 4);
        return new Life(random, shop, StandardProcesses.names(), locations);
    }

    /** Places the order and lives a number of steps; the invariants hold after each. */
    void live(int steps) {
        upset(random.nextInt(3));
        PlaceOrder.Builder place = PlaceOrder.of(ID)
                .process(processes.get(random.nextInt(processes.size())))
                .buyer("ann")
                .line("LAMP", 2)
                .line("CUP", 3)
                .line("PIN", 5);
        if (random.nextBoolean()) {
            shop.inventory.stock(
                    "BED", random.nextInt(6), random.nextBoolean() ? null : Long.valueOf(random.nextInt(4)));
            for (String location : locations) {
                shop.inventory.addAt(location, "BED", 1 + random.nextInt(3));
            }
            place.line("BED", 1 + random.nextInt(5));
        }
        if (random.nextInt(3) == 0) {
            place.points(1 + random.nextInt(1100));
        }
        if (random.nextInt(3) == 0) {
            place.coupon("TEN");
        }
        if (random.nextInt(3) == 0) {
            place.shipping("post", TestShop.eur("4.90"));
        }
        shop.execute(place.build());
        for (int i = 0; i < steps && isThere(); i++) {
            Invariants.hold(shop, ID);
            step();
        }
        Invariants.standardMachinesSayWhatTheBooksSay(shop, ID);
    }

    /** Lives one step more; the invariants hold before it. */
    void goOn() {
        Invariants.hold(shop, ID);
        step();
    }

    /** Whether it was placed at all: a buyer who asks for more points than there are is refused. */
    boolean isThere() {
        return shop.engine.orders().find(ID).isPresent();
    }

    int steps() {
        return 5 + random.nextInt(25);
    }

    private void step() {
        switch (random.nextInt(21)) {
            case 19, 20 -> Notices.surprise(shop, ID, random);
            case 18 -> {
                int units = 1 + random.nextInt(3);
                if (locations.isEmpty()) {
                    shop.inventory.add("BED", units);
                } else {
                    shop.inventory.addAt(locations.get(random.nextInt(locations.size())), "BED", units);
                }
                shop.engine.goodsArrived(shop.inventory.takeFilled());
            }
            case 15 -> Notices.tell(shop, ID, random);
            case 16 -> Operators.resolve(shop, ID, random);
            case 17 ->
                shop.execute(Action.on(ID, "extend")
                        .set("by", "PT" + (1 + random.nextInt(60)) + "M")
                        .build());
            case 0 -> upset(1 + random.nextInt(3));
            case 1, 2 -> shop.advance(Duration.ofSeconds(1 + random.nextInt(4000)));
            case 3 -> shop.restart();
            default -> act();
        }
    }

    private void act() {
        Order before = shop.order(ID);
        Action action = next(before);
        Outcome outcome = shop.execute(action);
        if (outcome instanceof Outcome.Rejected no && no.kind() == Outcome.Kind.REFUSED && !takesWhatWasKept(before)) {
            assertThat(shop.order(ID))
                    .as("F3: %s refused as %s", action.name(), no.code())
                    .isEqualTo(before);
        }
    }

    /** Whether a fault cut it off before it took the actions that it keeps: they come before whatever is asked next. */
    private static boolean takesWhatWasKept(Order order) {
        return !order.flow().isBusy() && !order.flow().deferred().isEmpty();
    }

    /** The next request to the order. */
    Action next(Order before) {
        List<String> allowed = shop.engine.orders().allowed(before);
        List<String> onwards = allowed.stream().filter(ONWARDS::contains).toList();
        List<String> choice = random.nextInt(5) == 0 || allowed.isEmpty() ? BUILT_IN : allowed;
        if (goesOn && random.nextInt(5) > 0 && !onwards.isEmpty()) {
            choice = onwards;
        }
        return action(before, choice.get(random.nextInt(choice.size())));
    }

    private Action action(Order order, String action) {
        Action.Builder builder = Action.on(ID, action);
        Line line =
                order.books().lines().get(random.nextInt(order.books().lines().size()));
        switch (action) {
            case "ship", "cancel" -> {
                if (random.nextBoolean()) {
                    builder.line(line.id(), 1 + random.nextInt(3));
                }
                location(builder);
            }
            case "request-return" -> {
                if (random.nextBoolean()) {
                    builder.line(line.id(), 1 + random.nextInt(3));
                }
                kind(builder);
            }
            case "modify" ->
                builder.set(
                        "lines", List.of(Payload.of(Map.of("line", line.id(), "quantity", (long) random.nextInt(8)))));
            case "pay", "authorize" -> {
                if (random.nextInt(3) == 0) {
                    builder.amount(TestShop.eur("1.00"));
                }
                if (random.nextInt(3) == 0) {
                    builder.set("method", "gift-card").set("code", "GIFT-" + random.nextInt(10));
                }
            }
            case "accept" -> {
                if (random.nextInt(3) == 0) {
                    builder.line(line.id(), 1 + random.nextInt(3));
                }
            }
            case "annotate" -> builder.set("attributes", Map.of("note", String.valueOf(random.nextInt(100))));
            case "promise-date" ->
                builder.set(
                        "at",
                        shop.clock
                                .instant()
                                .plusSeconds(random.nextInt(1_000_000))
                                .toString());
            case "refund" -> builder.amount(order.books().money(1 + random.nextInt(500)));
            case "payment-received" -> {
                String reference = "tx-" + random.nextInt(1000);
                shop.gateway.receive(ID, null, "bank", TestShop.eur("2.50"), reference);
                builder.set("reference", reference).set("amount", "2.50").set("method", "bank");
            }
            case "deliver", "delivery-failed" -> shipment(builder, order);
            case "approve-return", "decline-return" -> returned(builder, order);
            case "receive-return" -> {
                received(builder, order);
                location(builder);
            }
            default -> {
                // nothing goes with it
            }
        }
        return builder.build();
    }

    /** One parcel leaves from one location, or comes back to one. */
    private void location(Action.Builder builder) {
        if (!locations.isEmpty() && random.nextInt(3) == 0) {
            builder.set("location", locations.get(random.nextInt(locations.size())));
        }
    }

    private void kind(Action.Builder builder) {
        switch (random.nextInt(4)) {
            case 0 -> builder.set("kind", "refund-only");
            case 1 ->
                builder.set("kind", "exchange")
                        .set("replacement", List.of(Payload.of(Map.of("sku", "CUP", "quantity", 1L))));
            default -> {
                // an ordinary return
            }
        }
    }

    private void shipment(Action.Builder builder, Order order) {
        List<Shipment> shipments = order.books().shipments();
        int which = random.nextInt(shipments.size() + 1);
        if (which < shipments.size()) {
            builder.set("shipment", shipments.get(which).id());
        }
    }

    private void returned(Action.Builder builder, Order order) {
        List<Return> returns = order.books().returns();
        int which = random.nextInt(returns.size() + 1);
        if (which < returns.size()) {
            builder.set("return", returns.get(which).id());
        }
    }

    /** Some of what is awaited, in whatever condition. */
    private void received(Action.Builder builder, Order order) {
        List<Return> returns = order.books().returns();
        int which = random.nextInt(returns.size() + 1);
        if (which == returns.size()) {
            return;
        }
        builder.set("return", returns.get(which).id());
        if (random.nextBoolean()) {
            List<Payload> lines = new ArrayList<>();
            String line = returns.get(which).lines().get(0).line();
            String condition = List.of("accepted", "damaged", "rejected").get(random.nextInt(3));
            lines.add(Payload.of(Map.of("line", line, condition, 1L)));
            builder.set("lines", lines);
        }
    }

    private void upset(int times) {
        for (int i = 0; i < times; i++) {
            Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
            switch (random.nextInt(7)) {
                case 6 -> promisePart();
                case 0, 1 -> shop.gateway.answer(oneOf(FakePaymentGateway.Operation.values()), answer);
                case 2, 3 -> shop.inventory.answer(oneOf(FakeInventory.Operation.values()), answer);
                case 4 -> shop.delivery.answer(oneOf(FakeDelivery.Operation.values()), answer);
                default -> shop.benefits.answer(oneOf(FakeBenefits.Operation.values()), answer);
            }
        }
    }

    /** The next promise, or capture, is of a part. Where parcels wait for what is captured, a part would wait for a person. */
    private void promisePart() {
        Answer answer = random.nextInt(3) == 0 ? Answer.UNKNOWN_DONE : Answer.APPROVED;
        boolean isPromise = processes.size() > 1 || random.nextBoolean();
        shop.gateway.answer(
                null,
                isPromise ? FakePaymentGateway.Operation.AUTHORIZE : FakePaymentGateway.Operation.CAPTURE,
                List.of(new GatewayAnswer(answer, TestShop.eur("1.00").times(1 + random.nextInt(40)))));
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** F8: an order that has not ended waits for an action or is parked, and the outside agrees with its books. */
    void comesToRest() {
        for (String location : locations) {
            shop.inventory.addAt(location, "BED", 100);
        }
        shop.inventory.add("BED", 100);
        shop.engine.goodsArrived(shop.inventory.takeFilled());
        shop.advance(Duration.ofDays(40));
        while (shop.order(ID).books().payments().stream()
                        .anyMatch(payment -> payment.capturable().isPositive())
                && shop.act(ID, "expire-authorization").isAccepted()) {
            shop.advance(Duration.ofDays(1)); // no provider keeps a promise for ever
        }
        shop.advance(Duration.ofDays(400));
        Invariants.hold(shop, ID);
        Order order = shop.order(ID);
        assertThat(shop.engine.orders().nextDue()).as("F8: work without end").isEmpty();
        if (!isParked()) {
            assertThat(order.flow().effects()).as("F8: it is never done").isEmpty();
            assertThat(order.flow().isBusy()).as("F8: busy without work").isFalse();
            Invariants.worldEqualsTheBooks(shop, ID);
        }
    }

    /** F5 holds too once personal data was taken out of what has ended. */
    void staysWholeWhenErased() {
        Order before = shop.order(ID);
        if (shop.engine.erase(ID, By.of(Actor.staff("dora"))).isAccepted()) {
            Order after = shop.order(ID);
            List<TimelineEntry> timeline = shop.engine.orders().timeline(ID);
            assertThat(timeline.get(timeline.size() - 1).order())
                    .as("F5, erased")
                    .isEqualTo(after);
            assertThat(after.totals()).as("erased").isEqualTo(before.totals());
            assertThat(after.origin().buyer()).as("erased").isIn(null, "erased");
        }
    }

    /** People resolve what is parked, and then it comes to rest too. */
    void isResolved() {
        for (int i = 0; i < 20 && Operators.resolve(shop, ID, random); i++) {
            comesToRest();
        }
    }

    boolean isParked() {
        return shop.order(ID).flow().effects().stream().anyMatch(effect -> effect.status() == OwedEffect.Status.PARKED);
    }

    /** What happened to the order, and what the services were asked. */
    String story() {
        StringBuilder story = new StringBuilder();
        shop.engine.orders().timeline(ID).forEach(entry -> story.append(entry.revision())
                .append(' ')
                .append(entry.at())
                .append(' ')
                .append(entry.order().position())
                .append(' ')
                .append(entry.events())
                .append('\n'));
        return story.append(shop.inventory.calls())
                .append('\n')
                .append(shop.gateway.calls())
                .toString();
    }
}
