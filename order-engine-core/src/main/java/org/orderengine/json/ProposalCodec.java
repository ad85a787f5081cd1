package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.instant;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.payload;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.ShareCodec.shipping;

import org.orderengine.model.ProposedChange;

/** Changes that wait to be confirmed. */
final class ProposalCodec {

    static final Shape<ProposedChange> PROPOSAL = Shape.of(
            text(Field.PROPOSAL, ProposedChange::id),
            instant(Field.SINCE, ProposedChange::since),
            optionalText(Field.REASON, ProposedChange::reason),
            amount(Field.DIFFERENCE, ProposedChange::difference),
            payload(Field.PAYLOAD, ProposedChange::change),
            objects(Field.LINES, LineCodec.LINE, ProposedChange::lines),
            shipping(ProposedChange::shipping),
            objects(Field.COUPONS, BenefitCodec.COUPON, ProposedChange::coupons),
            (id, since, reason, difference, change, lines, shipping, coupons) ->
                    new ProposedChange(id, since, reason, change, lines, shipping, coupons, difference));

    private ProposalCodec() {}
}
