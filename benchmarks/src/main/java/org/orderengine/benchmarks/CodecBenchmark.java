package org.orderengine.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.orderengine.command.PlaceOrder;
import org.orderengine.dispatch.Fingerprint;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Customer;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.Intent;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Run;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Timer;
import org.orderengine.model.Units;

/**
 * What writing and reading the documents of an order of three lines costs: the order while it is being paid, the events of
 * its placing, and the fingerprint of the command that placed it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant AT = Instant.parse("2025-03-01T10:00:00.123456Z");

    private Order order;
    private byte[] orderBytes;
    private List<Event> events;
    private byte[] eventBytes;
    private PlaceOrder command;

    /** Makes the values and their documents. */
    @Setup
    public void makeDocuments() {
        order = anOrder();
        orderBytes = OrderDocument.of(order).bytes();
        events = placing(order);
        eventBytes = EventsDocument.of(events).bytes();
        command = PlaceOrder.of("order-2025-000017")
                .commandId("place-1")
                .buyer("customer-4711")
                .channel("web")
                .line("LAMP-RED-40", 2)
                .line("CABLE-3M", 1)
                .line("BULB-E27", 4)
                .shipping("standard", null)
                .build();
    }

    /** Says how large the documents are. */
    @TearDown(Level.Trial)
    public void printSizes() {
        System.out.println("order " + orderBytes.length + " bytes, events of its placing " + eventBytes.length);
    }

    /** Order to bytes. */
    @Benchmark
    public byte[] writeOrder() {
        return OrderDocument.of(order).bytes();
    }

    /** Bytes to order. */
    @Benchmark
    public Order readOrder() {
        return OrderDocument.read(this::storedOrder);
    }

    /** Events to bytes. */
    @Benchmark
    public byte[] writeEvents() {
        return EventsDocument.of(events).bytes();
    }

    /** Bytes to events. */
    @Benchmark
    public List<Event> readEvents() {
        return EventsDocument.read(this::storedEvents);
    }

    /** Command to fingerprint. */
    @Benchmark
    public long fingerprint() {
        return Fingerprint.of(command);
    }

    private byte[] storedOrder() {
        return orderBytes;
    }

    private byte[] storedEvents() {
        return eventBytes;
    }

    private static List<Event> placing(Order order) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.OrderPlaced(order.withFlow(Flow.NONE)));
        events.add(new Event.PositionChanged(order.position()));
        order.flow().runs().forEach(run -> events.add(new Event.RunChanged(run)));
        order.flow().effects().forEach(effect -> events.add(new Event.EffectOwed(effect)));
        order.flow().timers().forEach(timer -> events.add(new Event.TimerStarted(timer)));
        return events;
    }

    private static Order anOrder() {
        List<Line> lines = List.of(
                line("1", "LAMP-RED-40", "Desk lamp, red, 40 cm", 2, 3990),
                line("2", "CABLE-3M", "Cable, 3 m", 1, 790),
                line("3", "BULB-E27", "Bulb, E27, warm white", 4, 499));
        Books books = Books.opened(EUR, true, lines, Shipping.of("standard", eur(490)), List.of())
                .withPayments(List.of(Payment.requested("p-1", "card", "requested", eur(11_256))));
        Flow flow = new Flow(
                new Position(List.of("paying"), Map.of(), false),
                List.of(Run.begun("paying", null)),
                List.of(
                        effect("1.0", "inventory.reserve", null, quantities(lines)),
                        effect("1.1", "payment.capture", eur(11_256), List.of())),
                List.of(new Timer("unpaid", "created", AT.plusSeconds(1800), 1)));
        return new Order(
                "order-2025-000017",
                new ProcessReference("physical-goods", 1),
                new Origin("customer-4711", null, "web", null),
                Customer.UNKNOWN,
                AT,
                3,
                books,
                flow);
    }

    private static Line line(String id, String sku, String name, long quantity, long unitPrice) {
        long price = unitPrice * quantity;
        long discount = price / 20;
        long tax = (price - discount) * 19 / 119;
        return new Line(
                id,
                new Item(sku, eur(unitPrice), "catalog", name, "home", "standard", null, Map.of()),
                Units.ordered(quantity).reserve(quantity, null),
                new ReversalBasis(
                        quantity,
                        0,
                        eur(price),
                        List.of(new Adjustment("spring-sale", eur(discount))),
                        List.of(new TaxShare("standard", new BigDecimal("0.19"), eur(tax))),
                        0));
    }

    private static OwedEffect effect(String id, String name, @Nullable Money amount, List<LineQuantity> lines) {
        Intent intent = new Intent(name, amount == null ? null : "p-1", amount, lines, List.of(), 0, null);
        return new OwedEffect(EffectId.parse(id), intent, "paying", OwedEffect.Progress.due(AT));
    }

    private static List<LineQuantity> quantities(List<Line> lines) {
        return lines.stream()
                .map(line -> new LineQuantity(line.id(), line.units().ordered()))
                .toList();
    }

    private static Money eur(long cents) {
        return Money.ofMinor(EUR, cents);
    }
}
