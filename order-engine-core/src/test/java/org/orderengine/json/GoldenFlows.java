package org.orderengine.json;

import static org.orderengine.json.GoldenParts.AT;
import static org.orderengine.json.GoldenParts.LATER;
import static org.orderengine.json.GoldenParts.PROBLEM;
import static org.orderengine.json.GoldenParts.QUANTITIES;
import static org.orderengine.json.GoldenParts.each;
import static org.orderengine.json.GoldenParts.eur;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orderengine.model.Account;
import org.orderengine.model.Actor;
import org.orderengine.model.Annotations;
import org.orderengine.model.Asked;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.By;
import org.orderengine.model.Clocks;
import org.orderengine.model.Customer;
import org.orderengine.model.Deadline;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Goods;
import org.orderengine.model.Handling;
import org.orderengine.model.Intent;
import org.orderengine.model.Item;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Points;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Run;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.model.Units;
import org.orderengine.model.Waits;
import org.orderengine.model.Work;

/** The golden orders, and the parts of them and of the golden events that tell where an order is. */
@SuppressWarnings({"EnumOrdinal", "NullAway"
}) // Numbers in names of examples: their order may change with the enum. From JDK 22 on it does not see that values of
// a map in a record of another module may be null.
final class GoldenFlows {

    private GoldenFlows() {}

    static Order fullOrder() {
        Books books = new Books(
                new Goods(true, GoldenParts.lines(), GoldenParts.fullShipping()),
                new Account(eur(120), eur(35), List.of(GoldenParts.fullPayment(), GoldenParts.barePayment())),
                new Benefits(GoldenParts.coupons(), GoldenParts.fullPoints()),
                GoldenParts.shipments(),
                GoldenParts.returns());
        Flow flow = new Flow(
                fullPosition(),
                new Work(runs(), effects(), List.of(fullDeferred(), bareDeferred())),
                new Clocks(List.of(fullTimer(), bareTimer()), List.of(fullFrozen(), bareFrozen()), deadlines()),
                new Waits(stuck(), fullLapse(), fullChange(), GoldenParts.fullProposal()));
        return new Order(
                "o-1",
                new ProcessReference("physical-goods", 3),
                new Origin("ann", "wholesale", "web", "lights"),
                GoldenParts.fullCustomer(),
                AT,
                17,
                books,
                flow);
    }

    static Order annotatedOrder() {
        Order order = bareOrder().withAnnotations(annotations());
        Line line = order.books().lines().get(0);
        Line engraved = new Line(line.id(), line.item(), line.units(), line.basis(), Map.of("engraving", "A + B"));
        return order.withBooks(order.books().withLines(List.of(engraved)));
    }

    /** Half a kilo, of which 200 g are reserved, and 100 g that were returned for as much again. */
    static Order measuredOrder() {
        Measure kilos = new Measure("kg", 3);
        Item cheese = new Item(
                "CHEESE",
                GoldenParts.eur(1299),
                "catalog",
                null,
                null,
                null,
                null,
                Map.of(),
                Handling.USUAL.measuredIn(kilos));
        Line half = new Line(
                "1",
                cheese,
                new Units(500, 200, 200, 0, 100, 100, 0, 100, 0),
                new ReversalBasis(500, 100, GoldenParts.eur(650), List.of(), List.of(), 0, true));
        Return exchanged = Return.requested(
                "r1",
                Return.Kind.EXCHANGE,
                "requested",
                List.of(new ReturnLine("1", 100, 0, 0, 0)),
                List.of(new Return.Replacement("CHEESE", 100, null, kilos)),
                GoldenParts.eur(0),
                null);
        Order order = bareOrder();
        Books books = order.books().withLines(List.of(half));
        return order.withBooks(books.withReturns(List.of(exchanged)));
    }

    static Annotations annotations() {
        return new Annotations(Map.of("gift-message", "For you", "desk", "7"), List.of("vip", "gift"));
    }

    static Asked asked() {
        return new Asked("wrap", Map.of("paper", "crimson"));
    }

    static OwedEffect askedEffect() {
        return new OwedEffect(
                new EffectId(4, 2), Intent.named("gift.wrap"), "wrapping", OwedEffect.Progress.due(AT), asked());
    }

    static DeferredAction deferredByStaff() {
        By by = By.of(Actor.staff("eve")).because("the buyer called");
        return new DeferredAction(5, AT, "cancel", Map.of(), by);
    }

    static Order bareOrder() {
        return new Order(
                "o-2",
                new ProcessReference("virtual", 1),
                new Origin(null, null, null, null),
                Customer.UNKNOWN,
                LATER,
                0,
                new Books(
                        new Goods(false, List.of(GoldenParts.bareLine("1")), GoldenParts.noShipping()),
                        new Account(eur(0), eur(0), List.of()),
                        new Benefits(List.of(), Points.NONE),
                        List.of(),
                        List.of()),
                Flow.NONE);
    }

    static Position fullPosition() {
        return new Position(
                List.of("paying", "packing"),
                Map.of("held", List.of("paying", "packing"), "before", List.of(), "z", List.of("a")),
                true);
    }

    static List<Run> runs() {
        return Stream.concat(
                        Stream.of(fullRun()),
                        each(Run.Ending.values(), ending -> new Run("run-" + ending.ordinal(), null, ending, List.of()))
                                .stream())
                .toList();
    }

    static Run fullRun() {
        return new Run("paying", PROBLEM, Run.Ending.FAILED, effects());
    }

    static List<OwedEffect> effects() {
        return Stream.concat(
                        Stream.of(fullEffect()),
                        each(OwedEffect.Status.values(), status -> bareEffect(status.ordinal() + 1, status)).stream())
                .toList();
    }

    static OwedEffect fullEffect() {
        return new OwedEffect(
                new EffectId(3, 1),
                new Intent("inventory.reserve", "p-1", eur(0), QUANTITIES, List.of("SPRING", "SUMMER"), -5, "north"),
                "paying",
                new OwedEffect.Progress(OwedEffect.Status.PARKED, 3, AT, PROBLEM, GoldenParts.allotments()));
    }

    static OwedEffect bareEffect(int number, OwedEffect.Status status) {
        return new OwedEffect(
                new EffectId(4, number),
                new Intent("coupon.redeem", null, null, List.of(), List.of(), 0, null),
                null,
                new OwedEffect.Progress(status, 0, LATER, null, List.of()));
    }

    static Timer fullTimer() {
        return new Timer("payment p-1 unpaid", "requested", AT, 12);
    }

    static Timer bareTimer() {
        return new Timer("unpaid", "created", LATER, 0);
    }

    static DeferredAction fullDeferred() {
        return new DeferredAction(4, AT, "ship", GoldenParts.values());
    }

    static DeferredAction bareDeferred() {
        return new DeferredAction(0, LATER, "pay", Map.of());
    }

    static FrozenTimer fullFrozen() {
        return new FrozenTimer("unpaid", "created", GoldenParts.almostAnHour());
    }

    static FrozenTimer bareFrozen() {
        return new FrozenTimer("late", "waiting", Duration.ZERO);
    }

    private static List<Deadline> deadlines() {
        return List.of(new Deadline("unpaid", Duration.ofMinutes(30), null), new Deadline("late", null, AT));
    }

    static Stuck stuck() {
        return new Stuck(PROBLEM, 7, AT, LATER);
    }

    static Lapse fullLapse() {
        return new Lapse("unpaid", QUANTITIES, GoldenParts.fullShipping());
    }

    static Lapse bareLapse() {
        return new Lapse("unpaid", List.of(), GoldenParts.noShipping());
    }

    static PendingChange fullChange() {
        return new PendingChange(new EffectId(3, 2), GoldenParts.prices());
    }

    static PendingChange bareChange() {
        return new PendingChange(new EffectId(3, 3), GoldenParts.noPrices());
    }
}
