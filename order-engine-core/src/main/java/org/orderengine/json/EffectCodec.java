package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Asked;
import org.orderengine.model.EffectId;
import org.orderengine.model.Intent;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;

/**
 * Owed effects. They have no {@link Shape}: with one, orders took 1.09 times the CPU time to read and 1.14 times to write (a noisy
 * measurement, see ADR 0013).
 */
final class EffectCodec {

    static final Words<OwedEffect.Status> STATUSES = new Words<>(OwedEffect.Status.class);

    private static final Words<AllocatedPart.Status> PART_STATUSES = new Words<>(AllocatedPart.Status.class);

    static final Shape<Problem> PROBLEM =
            Shape.of(Field.CODE.text(Problem::code), Field.MESSAGE.text(Problem::message), Problem::new);

    static final Shape<AllocatedPart> PART = Shape.of(
            Field.LOCATION.text(AllocatedPart::location),
            Field.LINES.objects(LineCodec.QUANTITY, AllocatedPart::lines),
            Field.STATUS.word(PART_STATUSES, AllocatedPart.Status.OWED, AllocatedPart::status),
            Field.BACKORDERED.objects(LineCodec.QUANTITY, AllocatedPart::backordered),
            Field.MISSING.objects(LineCodec.QUANTITY, AllocatedPart::missing),
            AllocatedPart::new);

    static final Shape<Asked> ASKED =
            Shape.of(Field.ACTION.text(Asked::action), Field.PAYLOAD.payload(Asked::payload), Asked::new);

    static final Codec<OwedEffect> EFFECT = Codec.of(EffectCodec::write, EffectCodec::read);

    private EffectCodec() {}

    static void write(FieldWriter out, OwedEffect effect) throws IOException {
        out.effectId(Field.EFFECT, effect.id());
        out.text(Field.NAME, effect.name());
        out.text(Field.SUBJECT, effect.subject());
        out.amountIfAny(Field.AMOUNT, effect.amount());
        out.objects(Field.LINES, effect.lines(), LineCodec.QUANTITY);
        out.texts(Field.CODES, effect.codes());
        out.number(Field.POINTS, effect.points());
        out.text(Field.LOCATION, effect.location());
        out.objects(Field.PARTS, effect.parts(), PART);
        out.text(Field.RUN, effect.run());
        out.word(Field.STATUS, STATUSES, effect.status(), OwedEffect.Status.OWED);
        out.number(Field.ATTEMPTS, effect.attempts());
        out.number(Field.STREAK, unusual(effect.streak(), effect.attempts()));
        out.instant(Field.DUE, effect.due());
        out.object(Field.PROBLEM, effect.problem(), PROBLEM);
        out.object(Field.ASKED, effect.asked(), ASKED);
    }

    /** A streak is written where it is not that of all attempts. */
    static int unusual(int streak, int attempts) {
        return streak == attempts ? 0 : streak;
    }

    /** The streak that was meant by what was read. */
    static int streak(int read, int attempts) {
        return read == 0 ? attempts : read;
    }

    static OwedEffect read(FieldReader in) throws IOException {
        EffectId id = null;
        String name = null;
        String subject = null;
        Money amount = null;
        List<LineQuantity> lines = List.of();
        List<String> codes = List.of();
        long points = 0;
        String location = null;
        List<AllocatedPart> parts = List.of();
        String run = null;
        OwedEffect.Status status = OwedEffect.Status.OWED;
        int attempts = 0;
        int streak = 0;
        Instant due = null;
        Problem problem = null;
        Asked asked = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> id = in.effectId();
                case NAME -> name = in.text();
                case SUBJECT -> subject = in.text();
                case AMOUNT -> amount = in.amount();
                case LINES -> lines = in.objects(LineCodec.QUANTITY);
                case CODES -> codes = in.texts();
                case POINTS -> points = in.number();
                case LOCATION -> location = in.text();
                case PARTS -> parts = in.objects(PART);
                case RUN -> run = in.text();
                case STATUS -> status = in.word(STATUSES);
                case ATTEMPTS -> attempts = in.smallNumber();
                case STREAK -> streak = in.smallNumber();
                case DUE -> due = in.instant();
                case PROBLEM -> problem = in.object(PROBLEM);
                case ASKED -> asked = in.object(ASKED);
                default -> throw in.unexpected(field);
            }
        }
        Intent intent = new Intent(in.required(name, Field.NAME), subject, amount, lines, codes, points, location);
        OwedEffect.Progress progress = new OwedEffect.Progress(
                status, attempts, streak(streak, attempts), in.required(due, Field.DUE), problem, parts);
        return new OwedEffect(in.required(id, Field.EFFECT), intent, run, progress, asked);
    }
}
