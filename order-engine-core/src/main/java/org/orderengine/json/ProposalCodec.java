package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Shipping;

/** Changes that wait to be confirmed. */
final class ProposalCodec {

    private ProposalCodec() {}

    static void write(FieldWriter out, ProposedChange proposed) throws IOException {
        out.text(Field.PROPOSAL, proposed.id());
        out.instant(Field.SINCE, proposed.since());
        out.text(Field.REASON, proposed.reason());
        out.currency(proposed.difference().currency());
        out.amount(Field.DIFFERENCE, proposed.difference());
        if (!proposed.change().isEmpty()) {
            out.object(Field.PAYLOAD, Payload.of(proposed.change()), PayloadCodec::write);
        }
        out.objects(Field.LINES, proposed.lines(), LineCodec::write);
        if (!ShareCodec.isNone(proposed.shipping())) {
            out.object(Field.SHIPPING, proposed.shipping(), ShareCodec::writeShipping);
        }
        out.objects(Field.COUPONS, proposed.coupons(), BenefitCodec::writeCoupon);
    }

    static ProposedChange read(FieldReader in) throws IOException {
        Fields fields = new Fields();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case PROPOSAL -> fields.id = in.text();
                case SINCE -> fields.since = in.instant();
                case REASON -> fields.reason = in.text();
                case DIFFERENCE -> fields.difference = in.amount();
                case PAYLOAD -> fields.change = in.object(PayloadCodec::read);
                case LINES -> fields.lines = in.objects(LineCodec::read);
                case SHIPPING -> fields.shipping = in.object(ShareCodec::readShipping);
                case COUPONS -> fields.coupons = in.objects(BenefitCodec::readCoupon);
                default -> throw in.unexpected(field);
            }
        }
        return fields.proposed(in);
    }

    /** What was read of a proposal so far. */
    private static final class Fields {
        private @Nullable String id;
        private @Nullable Instant since;
        private @Nullable String reason;
        private @Nullable Money difference;
        private Payload change = Payload.EMPTY;
        private List<Line> lines = List.of();
        private @Nullable Shipping shipping;
        private List<Coupon> coupons = List.of();

        private ProposedChange proposed(FieldReader in) throws IOException {
            return new ProposedChange(
                    in.required(id, Field.PROPOSAL),
                    in.required(since, Field.SINCE),
                    reason,
                    change.toMap(),
                    lines,
                    shipping == null ? ShareCodec.none(in.currency()) : shipping,
                    coupons,
                    in.orZero(difference));
        }
    }
}
