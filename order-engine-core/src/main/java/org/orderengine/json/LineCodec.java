package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.inline;
import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.textMap;
import org.orderengine.model.HeldAt;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Units;
import java.util.Objects;

/**
 * Order lines, each one flat object: its item, units and basis share no field name. How many units of the basis are gone
 * is not written, since a line's units and its basis agree on how many remain.
 */
final class LineCodec {

    /** The price source that is left out. */
    private static final String USUAL_PRICE_SOURCE = "catalog";

    private static final Shape<Item> ITEM = Shape.of(
            text(Field.SKU, Item::sku),
            optionalText(Field.NAME, Item::name),
            optionalText(Field.CATEGORY, Item::category),
            optionalText(Field.TAX_CATEGORY, Item::taxCategory),
            optionalText(Field.MERCHANT, Item::merchant),
            textMap(Field.ATTRIBUTES, Item::attributes),
            amount(Field.UNIT_PRICE, Item::unitPrice),
            text(Field.PRICE_SOURCE, USUAL_PRICE_SOURCE, Item::priceSource),
            (sku, name, category, taxCategory, merchant, attributes, unitPrice, priceSource) ->
                    new Item(sku, unitPrice, priceSource, name, category, taxCategory, merchant, attributes));

    private static final Shape<HeldAt> PLACE = Shape.of(
            text(Field.LOCATION, place -> Objects.requireNonNull(place.location())),
            number(Field.RESERVED, HeldAt::reserved),
            number(Field.BACKORDERED, HeldAt::backordered),
            HeldAt::new);

    private static final Shape<Units> UNITS = Shape.of(
            number(Field.ORDERED, Units::ordered),
            number(Field.OPEN, Units::open),
            number(Field.RESERVED, Units::reserved),
            number(Field.BACKORDERED, Units::backordered),
            number(Field.SHIPPED, Units::shipped),
            number(Field.DELIVERED, Units::delivered),
            number(Field.CANCELLED, Units::cancelled),
            number(Field.RETURNED, Units::returned),
            number(Field.WRITTEN_OFF, Units::writtenOff),
            objects(Field.LOCATIONS, PLACE, Units::places),
            Units::new);

    static final Shape<Line> LINE = Shape.of(
            text(Field.LINE, Line::id),
            inline(ITEM, Line::item),
            inline(UNITS, Line::units),
            number(Field.PRICED_UNITS, LineCodec::pricedUnits),
            amount(Field.PRICE, line -> line.basis().price()),
            objects(Field.DISCOUNTS, ShareCodec.DISCOUNT, line -> line.basis().discounts()),
            objects(Field.TAXES, ShareCodec.TAX, line -> line.basis().taxes()),
            number(Field.POINTS, line -> line.basis().points()),
            (id, item, units, pricedUnits, price, discounts, taxes, points) -> {
                long priced = pricedUnits == 0 ? units.ordered() : pricedUnits;
                long gone = priced - (units.ordered() - units.gone());
                return new Line(id, item, units, new ReversalBasis(priced, gone, price, discounts, taxes, points));
            });

    private LineCodec() {}

    /** The units that the basis is for; zero, which is left out, where they are the ones ordered. */
    private static long pricedUnits(Line line) {
        long units = line.basis().units();
        return units == line.units().ordered() ? 0 : units;
    }
}
