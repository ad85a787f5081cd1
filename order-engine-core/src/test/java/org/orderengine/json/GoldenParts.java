package org.orderengine.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orderengine.command.Payload;
import org.orderengine.model.Address;
import org.orderengine.model.Adjustment;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Chargeback;
import org.orderengine.model.Coupon;
import org.orderengine.model.Customer;
import org.orderengine.model.HeldAt;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.model.Points;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.Prices;
import org.orderengine.model.Problem;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipping;
import org.orderengine.model.Statement;
import org.orderengine.model.TaxShare;
import org.orderengine.model.TenderCode;
import org.orderengine.model.Units;

/** The parts of the golden orders and events that are books: each once with all it may have, and once with the least. */
@SuppressWarnings({"EnumOrdinal", "NullAway"
}) // Numbers in names of examples: their order may change with the enum. From JDK 22 on it does not see that values of
// a map in a record of another module may be null.
final class GoldenParts {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant AT = Instant.parse("2025-03-01T10:00:00.123456Z");
    static final Instant LATER = Instant.parse("2025-03-02T00:00:00Z");
    static final Problem PROBLEM = new Problem("declined", "the bank said \"no\"\n");
    static final LineQuantity TWO_LAMPS = new LineQuantity("1", 2);
    static final List<LineQuantity> QUANTITIES = List.of(TWO_LAMPS, new LineQuantity("2", 1));

    private GoldenParts() {}

    static Money eur(long cents) {
        return new Money(EUR, cents);
    }

    static <E extends Enum<E>, T> List<T> each(E[] constants, Function<E, T> part) {
        return Stream.of(constants).map(part).toList();
    }

    static Customer fullCustomer() {
        return new Customer(
                "gold", fullAddress(), new Address(null, null, List.of(), null, null, null, null, null, null));
    }

    private static Address fullAddress() {
        return new Address(
                "Ann Åström",
                "Lamps & Co",
                List.of("Main Street 1", "Floor 2"),
                "10115",
                "Berlin",
                "BE",
                "DE",
                "+49 30 1",
                "ann@example.org");
    }

    /** Texts, numbers, flags, amounts, objects and lists, and names that look like the mark of an amount. */
    static Map<String, Object> values() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("text", "a");
        inner.put("number", -7L);
        inner.put("flag", true);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sku", "LAMP");
        values.put("amount", eur(-499));
        values.put("$EUR", 1L);
        values.put("inner", Payload.of(inner));
        values.put("list", List.of("b", 2L, false, eur(0)));
        return Payload.of(values).toMap();
    }

    static List<Line> lines() {
        return List.of(fullLine(), bareLine("2"));
    }

    private static Line fullLine() {
        return new Line(
                "1",
                new Item(
                        "LAMP",
                        eur(1999),
                        "contract",
                        "Desk lamp",
                        "home",
                        "standard",
                        "lights",
                        Map.of("color", "red", "$size", "40 cm", "bulb", "E27")),
                new Units(29, 1, 5, 4, 12, 11, 7, 3, 2, List.of(new HeldAt("north", 3, 0), new HeldAt("south", 2, 1))),
                new ReversalBasis(
                        20,
                        3,
                        eur(39_980),
                        List.of(new Adjustment("spring", eur(500)), new Adjustment("none", eur(0))),
                        List.of(
                                new TaxShare("standard", new BigDecimal("0.190"), eur(6304)),
                                new TaxShare("free", new BigDecimal("0"), eur(0))),
                        120));
    }

    static Line bareLine(String id) {
        return new Line(
                id,
                new Item("CABLE", eur(0), "catalog", null, null, null, null, Map.of()),
                Units.ordered(1),
                new ReversalBasis(1, 0, eur(0), List.of(), List.of(), 0));
    }

    static Shipping fullShipping() {
        return new Shipping(
                "express",
                eur(990),
                List.of(new Adjustment("free-shipping", eur(990))),
                List.of(new TaxShare("standard", new BigDecimal("0.19"), eur(158))));
    }

    static Shipping noShipping() {
        return Shipping.of(null, eur(0));
    }

    static List<Coupon> coupons() {
        return each(Coupon.State.values(), state -> new Coupon("CODE-" + state.ordinal(), state));
    }

    static Points fullPoints() {
        return new Points(500, 100, 40, 10, 7830);
    }

    static Payment fullPayment() {
        return new Payment(
                "p-1",
                "card",
                "captured",
                eur(9000),
                eur(8000),
                eur(7000),
                eur(1000),
                eur(600),
                "ch_1",
                false,
                List.of(new Chargeback("cb-1", eur(300)), new Chargeback("cb-2", eur(1))));
    }

    static Payment giftCard() {
        return Payment.requested("p-2", "gift-card", "requested", eur(5000), new TenderCode("4711-0815"));
    }

    static Payment barePayment() {
        return Payment.requested("p-2", "invoice", "requested", eur(1));
    }

    /** One shipment of each stage, and one whose state has a name that is no stage's. */
    static List<Shipment> shipments() {
        return Stream.concat(
                        Stream.of(fullShipment()),
                        each(Shipment.Stage.values(), stage -> bareShipment("s-" + stage.ordinal(), stage)).stream())
                .toList();
    }

    static Shipment fullShipment() {
        return new Shipment(
                "s-9",
                "out-for-delivery",
                Shipment.Stage.SHIPPED,
                QUANTITIES,
                List.of(TWO_LAMPS),
                "dhl",
                "JJD0001",
                LATER,
                "north");
    }

    static Shipment bareShipment(String id, Shipment.Stage stage) {
        return new Shipment(id, stage.word(), stage, List.of(TWO_LAMPS), List.of(), null, null, null, null);
    }

    static List<Return> returns() {
        return Stream.concat(
                        Stream.of(fullReturn()),
                        each(Return.Kind.values(), kind -> bareReturn("r-" + kind.ordinal(), kind)).stream())
                .toList();
    }

    static Return fullReturn() {
        return new Return(
                "r-9",
                Return.Kind.EXCHANGE,
                "received",
                returnLines(),
                List.of(new Return.Replacement("LAMP-2", 2), new Return.Replacement("BULB", 1)),
                eur(1999),
                "broken",
                true,
                List.of("3", "4"));
    }

    static Return bareReturn(String id, Return.Kind kind) {
        return new Return(
                id,
                kind,
                "requested",
                List.of(new ReturnLine("1", 1, 0, 0, 0)),
                List.of(),
                eur(0),
                null,
                false,
                List.of());
    }

    static List<ReturnLine> returnLines() {
        return List.of(new ReturnLine("1", 9, 4, 3, 2), new ReturnLine("2", 1, 0, 0, 0));
    }

    static List<AllocatedPart> allotments() {
        return Stream.concat(
                        Stream.of(new AllocatedPart(
                                "north", QUANTITIES, AllocatedPart.Status.HELD, List.of(TWO_LAMPS), QUANTITIES)),
                        each(
                                AllocatedPart.Status.values(),
                                status -> new AllocatedPart("south", List.of(TWO_LAMPS), status, List.of(), List.of()))
                                .stream())
                .toList();
    }

    static ProposedChange fullProposal() {
        return new ProposedChange("c-1", AT, "too late", values(), prices(), eur(-250));
    }

    static ProposedChange bareProposal() {
        return new ProposedChange("c-2", LATER, null, Map.of(), noPrices(), eur(0));
    }

    static Prices prices() {
        return new Prices(lines(), fullShipping(), coupons(), List.of());
    }

    static IssuedDocument document() {
        Statement.Tax tax = new Statement.Tax("standard", new BigDecimal("0.2"), eur(-400));
        return new IssuedDocument(
                "d1",
                new Statement(List.of(
                        new Statement.Entry(Statement.Kind.LINE, "1", -2, eur(-2000), List.of(tax)),
                        new Statement.Entry(Statement.Kind.CREDIT, null, 0, eur(120), List.of()))),
                "2026-000017");
    }

    static PriceReduction reduction() {
        return new PriceReduction(2, 3, eur(500), List.of(new TaxShare("standard", new BigDecimal("0.2"), eur(100))));
    }

    static List<Charge> charges() {
        return List.of(
                new Charge(
                        new ChargeTerms("deposit", eur(150), "reduced", ChargeTerms.Refund.PRO_RATA, "1"),
                        BigDecimal.valueOf(2),
                        List.of(new Adjustment("tax-exemption", eur(10))),
                        List.of(new TaxShare("reduced", new BigDecimal("0.055"), eur(8))),
                        null),
                new Charge(
                        new ChargeTerms("cod", eur(290), null, ChargeTerms.Refund.NEVER, null),
                        BigDecimal.ZERO,
                        List.of(),
                        List.of(),
                        "p1"),
                new Charge(ChargeTerms.of("packing", eur(0)), BigDecimal.ZERO, List.of(), List.of(), null));
    }

    static Prices noPrices() {
        return new Prices(List.of(), noShipping(), List.of(), List.of());
    }

    static Duration almostAnHour() {
        return Duration.ofSeconds(3599, 5_000_000);
    }
}
