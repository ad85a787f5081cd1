package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Handling;
import org.orderengine.model.Handling.Fulfilment;
import org.orderengine.model.HeldAt;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Units;

/**
 * Order lines, each one flat object: its item, units and basis share no field name. How many units of the basis are gone
 * is not written, since a line's units and its basis agree on how many remain.
 *
 * <p>Lines are most of an order, and have no {@link Shape} for that: with one, reading took 1.12 times the CPU time for orders and
 * 1.13 times for events (a noisy measurement, see ADR 0013).
 */
final class LineCodec {

    private static final Words<Fulfilment> FULFILMENTS = new Words<>(Fulfilment.class);

    /** The price source that is left out. */
    private static final String USUAL_PRICE_SOURCE = "catalog";

    private static final Shape<HeldAt> PLACE = Shape.of(
            Field.LOCATION.text(HeldAt::location),
            Field.RESERVED.number(HeldAt::reserved),
            Field.BACKORDERED.number(HeldAt::backordered),
            HeldAt::new);

    private static final Shape<LineQuantity> QUANTITY_SHAPE = Shape.of(
            Field.LINE.text(LineQuantity::line), Field.QUANTITY.number(LineQuantity::quantity), LineQuantity::new);

    static final Shape<Measure> MEASURE =
            Shape.of(Field.UNIT.text(Measure::unit), Field.DIGITS.smallNumber(Measure::digits), Measure::new);

    private static final Shape<ReversalBasis> BEFORE_WEIGHING = Shape.of(
            Field.ORDERED.number(ReversalBasis::units),
            Field.CANCELLED.number(ReversalBasis::gone),
            Field.PRICE.amount(ReversalBasis::price),
            Field.DISCOUNTS.objects(ShareCodec.DISCOUNT, ReversalBasis::discounts),
            Field.TAXES.objects(ShareCodec.TAX, ReversalBasis::taxes),
            Field.POINTS.number(ReversalBasis::points),
            (units, gone, price, discounts, taxes, points) ->
                    new ReversalBasis(units, gone, price, discounts, taxes, points, true));

    static final Codec<LineQuantity> QUANTITY = Codec.of(LineCodec::writeQuantity, in -> QUANTITY_SHAPE.read(in));

    static final Codec<Line> LINE = Codec.of(LineCodec::write, LineCodec::read);

    private LineCodec() {}

    static void write(FieldWriter out, Line line) throws IOException {
        Item item = line.item();
        out.text(Field.LINE, line.id());
        out.text(Field.SKU, item.sku());
        out.text(Field.NAME, item.name());
        out.text(Field.CATEGORY, item.category());
        out.text(Field.TAX_CATEGORY, item.taxCategory());
        out.text(Field.MERCHANT, item.merchant());
        out.map(Field.ATTRIBUTES, item.attributes(), FieldWriter::writeText);
        out.amount(Field.UNIT_PRICE, item.unitPrice());
        out.word(Field.FULFILMENT, FULFILMENTS, item.handling().fulfilment(), Fulfilment.PARCEL);
        out.flag(Field.UNDISCOUNTABLE, !item.handling().isDiscountable());
        out.object(Field.MEASURE, item.measure(), MEASURE);
        String source = item.priceSource();
        out.text(Field.PRICE_SOURCE, source.equals(USUAL_PRICE_SOURCE) ? null : source);
        writeUnits(out, line.units());
        ReversalBasis basis = line.basis();
        out.number(Field.PRICED_UNITS, basis.units() == line.units().ordered() ? 0 : basis.units());
        out.amount(Field.PRICE, basis.price());
        out.objects(Field.DISCOUNTS, basis.discounts(), ShareCodec.DISCOUNT);
        out.objects(Field.TAXES, basis.taxes(), ShareCodec.TAX);
        out.number(Field.POINTS, basis.points());
        out.map(Field.OWN_ATTRIBUTES, line.attributes(), FieldWriter::writeText);
        out.objects(Field.REDUCTIONS, line.reductions(), ShareCodec.REDUCTION);
        out.object(Field.BEFORE_WEIGHING, line.beforeWeighing(), BEFORE_WEIGHING);
    }

    private static void writeQuantity(FieldWriter out, LineQuantity quantity) throws IOException {
        out.text(Field.LINE, quantity.line());
        out.number(Field.QUANTITY, quantity.quantity());
    }

    private static void writeUnits(FieldWriter out, Units units) throws IOException {
        out.number(Field.ORDERED, units.ordered());
        out.number(Field.OPEN, units.open());
        out.number(Field.RESERVED, units.reserved());
        out.number(Field.BACKORDERED, units.backordered());
        out.number(Field.SHIPPED, units.shipped());
        out.number(Field.DELIVERED, units.delivered());
        out.number(Field.CANCELLED, units.cancelled());
        out.number(Field.RETURNED, units.returned());
        out.number(Field.WRITTEN_OFF, units.writtenOff());
        out.objects(Field.LOCATIONS, units.places(), PLACE);
    }

    static Line read(FieldReader in) throws IOException {
        Fields fields = new Fields();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LINE -> fields.id = in.text();
                case SKU -> fields.sku = in.text();
                case NAME -> fields.name = in.text();
                case CATEGORY -> fields.category = in.text();
                case TAX_CATEGORY -> fields.taxCategory = in.text();
                case MERCHANT -> fields.merchant = in.text();
                case ATTRIBUTES -> fields.attributes = in.map(FieldReader::text);
                case OWN_ATTRIBUTES -> fields.ownAttributes = in.map(FieldReader::text);
                case UNIT_PRICE -> fields.unitPrice = in.amount();
                case FULFILMENT -> fields.fulfilment = in.word(FULFILMENTS);
                case UNDISCOUNTABLE -> fields.undiscountable = in.flag();
                case MEASURE -> fields.measure = in.object(MEASURE);
                case PRICE_SOURCE -> fields.priceSource = in.text();
                case PRICED_UNITS -> fields.pricedUnits = in.number();
                case PRICE -> fields.price = in.amount();
                case DISCOUNTS -> fields.discounts = in.objects(ShareCodec.DISCOUNT);
                case TAXES -> fields.taxes = in.objects(ShareCodec.TAX);
                case REDUCTIONS -> fields.reductions = in.objects(ShareCodec.REDUCTION);
                case POINTS -> fields.points = in.number();
                case BEFORE_WEIGHING -> fields.beforeWeighing = in.object(BEFORE_WEIGHING);
                case ORDERED -> fields.ordered = in.number();
                case OPEN -> fields.open = in.number();
                case RESERVED -> fields.reserved = in.number();
                case BACKORDERED -> fields.backordered = in.number();
                case SHIPPED -> fields.shipped = in.number();
                case DELIVERED -> fields.delivered = in.number();
                case CANCELLED -> fields.cancelled = in.number();
                case RETURNED -> fields.returned = in.number();
                case WRITTEN_OFF -> fields.writtenOff = in.number();
                case LOCATIONS -> fields.places = in.objects(PLACE);
                default -> throw in.unexpected(field);
            }
        }
        return fields.line(in);
    }

    /** What was read of a line so far. */
    private static final class Fields {
        private @Nullable String id;
        private @Nullable String sku;
        private @Nullable String name;
        private @Nullable String category;
        private @Nullable String taxCategory;
        private @Nullable String merchant;
        private Map<String, String> attributes = Map.of();
        private Map<String, String> ownAttributes = Map.of();
        private @Nullable Money unitPrice;
        private Fulfilment fulfilment = Fulfilment.PARCEL;
        private boolean undiscountable;
        private @Nullable Measure measure;
        private String priceSource = USUAL_PRICE_SOURCE;
        private @Nullable ReversalBasis beforeWeighing;
        private long pricedUnits;
        private @Nullable Money price;
        private List<Adjustment> discounts = List.of();
        private List<TaxShare> taxes = List.of();
        private List<PriceReduction> reductions = List.of();
        private long points;
        private long ordered;
        private long open;
        private long reserved;
        private long backordered;
        private long shipped;
        private long delivered;
        private long cancelled;
        private long returned;
        private long writtenOff;
        private List<HeldAt> places = List.of();

        private Line line(FieldReader in) {
            String goods = in.required(sku, Field.SKU);
            Money each = in.orZero(unitPrice);
            boolean isUsual = fulfilment == Fulfilment.PARCEL && !undiscountable && measure == null;
            Handling handling = isUsual ? Handling.USUAL : new Handling(fulfilment, !undiscountable, measure);
            Item item = new Item(goods, each, priceSource, name, category, taxCategory, merchant, attributes, handling);
            Units units = new Units(
                    ordered, open, reserved, backordered, shipped, delivered, cancelled, returned, writtenOff, places);
            long priced = pricedUnits == 0 ? ordered : pricedUnits;
            long gone = priced - (ordered - units.gone());
            ReversalBasis basis =
                    new ReversalBasis(priced, gone, in.orZero(price), discounts, taxes, points, measure != null);
            return new Line(in.required(id, Field.LINE), item, units, basis, ownAttributes, reductions, beforeWeighing);
        }
    }
}
