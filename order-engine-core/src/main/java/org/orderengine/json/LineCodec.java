package org.orderengine.json;

import org.orderengine.model.HeldAt;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Units;

/**
 * Order lines, each one flat object: its item, units and basis share no field name. How many units of the basis are gone
 * is not written, since a line's units and its basis agree on how many remain.
 */
final class LineCodec {

    private static final Shape<Item> ITEM = Shape.of(
            Field.SKU.text(Item::sku),
            Field.NAME.optionalText(Item::name),
            Field.CATEGORY.optionalText(Item::category),
            Field.TAX_CATEGORY.optionalText(Item::taxCategory),
            Field.MERCHANT.optionalText(Item::merchant),
            Field.ATTRIBUTES.textMap(Item::attributes),
            Field.UNIT_PRICE.amount(Item::unitPrice),
            Field.PRICE_SOURCE.text("catalog", Item::priceSource),
            (sku, name, category, taxCategory, merchant, attributes, unitPrice, priceSource) ->
                    new Item(sku, unitPrice, priceSource, name, category, taxCategory, merchant, attributes));

    private static final Shape<HeldAt> PLACE = Shape.of(
            Field.LOCATION.text(HeldAt::location),
            Field.RESERVED.number(HeldAt::reserved),
            Field.BACKORDERED.number(HeldAt::backordered),
            HeldAt::new);

    private static final Shape<Units> UNITS = Shape.of(
            Field.ORDERED.number(Units::ordered),
            Field.OPEN.number(Units::open),
            Field.RESERVED.number(Units::reserved),
            Field.BACKORDERED.number(Units::backordered),
            Field.SHIPPED.number(Units::shipped),
            Field.DELIVERED.number(Units::delivered),
            Field.CANCELLED.number(Units::cancelled),
            Field.RETURNED.number(Units::returned),
            Field.WRITTEN_OFF.number(Units::writtenOff),
            Field.LOCATIONS.objects(PLACE, Units::places),
            Units::new);

    private static final Shape<Line> LINE_SHAPE = Shape.of(
            Field.LINE.text(Line::id),
            Part.inline(ITEM, Line::item),
            Part.inline(UNITS, Line::units),
            Field.PRICED_UNITS.number(LineCodec::pricedUnits),
            Field.PRICE.amount(line -> line.basis().price()),
            Field.DISCOUNTS.objects(ShareCodec.DISCOUNT, line -> line.basis().discounts()),
            Field.TAXES.objects(ShareCodec.TAX, line -> line.basis().taxes()),
            Field.POINTS.number(line -> line.basis().points()),
            (id, item, units, pricedUnits, price, discounts, taxes, points) -> {
                long priced = pricedUnits == 0 ? units.ordered() : pricedUnits;
                long gone = priced - (units.ordered() - units.gone());
                return new Line(id, item, units, new ReversalBasis(priced, gone, price, discounts, taxes, points));
            });

    static final Codec<Line> LINE = Codec.of((out, line) -> LINE_SHAPE.write(out, line), in -> LINE_SHAPE.read(in));

    private LineCodec() {}

    /** The units that were priced; none where they are those that were ordered. */
    private static long pricedUnits(Line line) {
        long priced = line.basis().units();
        return priced == line.units().ordered() ? 0 : priced;
    }
}
