package org.orderengine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.orderengine.model.Account;
import org.orderengine.model.Address;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Chargeback;
import org.orderengine.model.Coupon;
import org.orderengine.model.Customer;
import org.orderengine.model.Flow;
import org.orderengine.model.Goods;
import org.orderengine.model.Handling;
import org.orderengine.model.Handling.Fulfilment;
import org.orderengine.model.HeldAt;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.Payment;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Points;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.Prices;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.ProviderNotice;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipping;
import org.orderengine.model.Statement;
import org.orderengine.model.TaxShare;
import org.orderengine.model.TenderCode;
import org.orderengine.model.Units;

/**
 * Makes orders that hold every rule of the model, at any point of their life. They are made from a seed in one go rather
 * than combined by the property library, which takes a hundred times as long; a failing property shrinks to fewer lines.
 */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
public class RandomOrders extends RandomOffers {

    RandomOrders(long seed) {
        super(seed);
    }

    /** Orders of 1 to 20 lines, in any currency. */
    public static Arbitrary<Order> orders() {
        return orders(20);
    }

    /** Orders of 1 to {@code mostLines} lines, in any currency. */
    public static Arbitrary<Order> orders(int mostLines) {
        return Combinators.combine(seeds(), Arbitraries.integers().between(1, mostLines))
                .as((seed, lines) -> new RandomOrders(seed).order(lines));
    }

    /** Seeds, as they are: a smaller one makes nothing smaller. */
    static Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    Order order(int lines) {
        return new Order(
                id(),
                new ProcessReference(id(), 1 + smallNumber()),
                origin(),
                customer(),
                instant(),
                count(),
                books(lines),
                flow(),
                annotations(),
                orNull(this::instant));
    }

    @Override
    Flow flow() {
        return super.flow().withChange(orNull(this::change)).withProposal(orNull(this::proposal));
    }

    PendingChange change() {
        return new PendingChange(effectId(), prices());
    }

    ProposedChange proposal() {
        return new ProposedChange(
                id(), instant(), orNull(this::text), payload(2).toMap(), prices(), anyAmount());
    }

    Prices prices() {
        return new Prices(
                lines(2), shipping(), distinct(0, 2, this::charge, Charge::id), some(2, this::coupon), offers());
    }

    Origin origin() {
        return new Origin(orNull(this::text), orNull(this::text), orNull(this::text), orNull(this::text));
    }

    Customer customer() {
        return new Customer(orNull(this::text), orNull(this::address), orNull(this::address));
    }

    private Address address() {
        return new Address(
                orNull(this::text),
                orNull(this::text),
                some(3, this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text));
    }

    private Books books(int lines) {
        return new Books(
                new Goods(isOneIn(2), lines(lines), shipping(), distinct(0, 2, this::charge, Charge::id)),
                new Account(amount(), amount(), distinct(0, 3, this::payment, Payment::id)),
                new Benefits(some(3, this::coupon), points(), offers()),
                distinct(0, 3, this::shipment, Shipment::id),
                distinct(0, 3, this::returnOf, Return::id),
                distinct(0, 2, this::document, IssuedDocument::id));
    }

    List<Line> lines(int most) {
        return distinct(most, most, this::line, Line::id);
    }

    private Line line() {
        Units units = units();
        long remaining = units.ordered() - units.gone();
        long priced = isOneIn(2) ? units.ordered() : Math.max(1, remaining + count());
        List<Adjustment> discounts = some(3, this::discount);
        Item item = item();
        ReversalBasis basis = new ReversalBasis(
                priced,
                priced - remaining,
                priceOf(discounts),
                discounts,
                some(3, this::tax),
                count(),
                item.measure() != null);
        return new Line(id(), item, units, basis, attributes(), some(1, this::reduction));
    }

    private Measure measure() {
        return new Measure(id(), (int) (count() % 10));
    }

    private Item item() {
        return new Item(
                id(),
                amount(),
                isOneIn(2) ? "catalog" : text(),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                named(3, this::text),
                new Handling(
                        isOneIn(4) ? Fulfilment.HANDOVER : Fulfilment.PARCEL,
                        !isOneIn(4),
                        isOneIn(3) ? measure() : null));
    }

    private Units units() {
        long open = count();
        long reserved = count();
        long backordered = count();
        long cancelled = count();
        long returned = count();
        long writtenOff = count();
        long shipped = returned + writtenOff + count();
        long ordered = open + reserved + backordered + cancelled + shipped;
        return ordered == 0
                ? Units.ordered(1)
                : new Units(
                        ordered,
                        open,
                        reserved,
                        backordered,
                        shipped,
                        Math.max(0, shipped - count()),
                        cancelled,
                        returned,
                        writtenOff,
                        places(reserved, backordered));
    }

    /** Two locations, one or none that have some of the units. */
    private List<HeldAt> places(long reserved, long backordered) {
        List<HeldAt> places = new ArrayList<>();
        long here = reserved == 0 ? 0 : count() % (reserved + 1);
        if (here > 0 && isOneIn(2)) {
            places.add(new HeldAt("north", here, 0));
        }
        if (backordered > 0 && isOneIn(2)) {
            places.add(new HeldAt(id() + " south", 0, backordered));
        }
        return places;
    }

    Shipping shipping() {
        List<Adjustment> discounts = some(2, this::discount);
        return new Shipping(orNull(this::text), priceOf(discounts), discounts, some(2, this::tax));
    }

    Charge charge() {
        List<Adjustment> discounts = some(1, this::discount);
        ChargeTerms terms = new ChargeTerms(
                id(), priceOf(discounts), orNull(this::text), oneOf(List.of(ChargeTerms.Refund.values())), null);
        return new Charge(
                terms,
                isOneIn(2) ? BigDecimal.ZERO : BigDecimal.valueOf(count()),
                discounts,
                some(2, this::tax),
                orNull(this::id));
    }

    IssuedDocument document() {
        return new IssuedDocument(id(), new Statement(some(3, this::entry)), orNull(this::text));
    }

    private Statement.Entry entry() {
        return new Statement.Entry(
                oneOf(List.of(Statement.Kind.values())),
                orNull(this::id),
                anyNumber(),
                anyAmount(),
                some(2, () -> new Statement.Tax(id(), rate(), anyAmount())));
    }

    PriceReduction reduction() {
        return new PriceReduction(count(), 1 + count(), amount(), some(2, this::tax));
    }

    private Adjustment discount() {
        return new Adjustment(id(), amount());
    }

    private TaxShare tax() {
        return new TaxShare(id(), rate(), amount());
    }

    /** A price that the discounts leave something of, or nothing. */
    private Money priceOf(List<Adjustment> discounts) {
        Money price = amount();
        for (Adjustment discount : discounts) {
            price = price.plus(discount.amount());
        }
        return price;
    }

    Coupon coupon() {
        return new Coupon(id(), oneOf(List.of(Coupon.State.values())));
    }

    private Points points() {
        long returned = count();
        long clawedBack = count();
        return new Points(returned + count(), returned, clawedBack + count(), clawedBack, count());
    }

    Payment payment() {
        Money refunded = amount();
        Money captured = refunded.plus(amount());
        Money voided = amount();
        Money authorized = captured.plus(voided).plus(amount());
        Money requested = authorized.max(Money.ofMinor(currency(), 1));
        List<Chargeback> chargebacks =
                captured.isPositive() && isOneIn(4) ? List.of(new Chargeback(id(), captured)) : List.of();
        return new Payment(
                id(),
                id(),
                text(),
                requested,
                authorized,
                captured,
                voided,
                refunded,
                orNull(this::text),
                isOneIn(4),
                chargebacks,
                some(
                        2,
                        () -> new ProviderNotice(
                                oneOf(List.of(
                                        ProviderNotice.Kind.REFUNDED,
                                        ProviderNotice.Kind.CAPTURE_FAILED,
                                        ProviderNotice.Kind.REFUND_FAILED)),
                                id(),
                                Money.ofMinor(currency(), 1))),
                TenderCode.ofNullable(orNull(this::id)));
    }

    Shipment shipment() {
        Shipment.Stage stage = oneOf(List.of(Shipment.Stage.values()));
        return new Shipment(
                id(),
                isOneIn(2) ? stage.word() : text(),
                stage,
                some(1, 4, this::quantity),
                some(2, this::quantity),
                orNull(this::text),
                orNull(this::text),
                orNull(this::instant),
                orNull(this::id));
    }

    Return returnOf() {
        return new Return(
                id(),
                oneOf(List.of(Return.Kind.values())),
                text(),
                some(1, 4, this::returnLine),
                some(2, () -> new Return.Replacement(id(), 1 + count(), orNull(this::amount), orNull(this::measure))),
                amount(),
                orNull(this::text),
                isOneIn(2),
                some(2, this::id));
    }

    ReturnLine returnLine() {
        long accepted = count();
        long damaged = count();
        long rejected = count();
        return new ReturnLine(id(), accepted + damaged + rejected + 1 + count(), accepted, damaged, rejected);
    }
}
