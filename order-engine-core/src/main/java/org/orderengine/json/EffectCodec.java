package org.orderengine.json;

import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Intent;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;

/** Owed effects, what went wrong with them, and which location is asked for what of a reservation. */
final class EffectCodec {

    static final Words<OwedEffect.Status> STATUSES = new Words<>(OwedEffect.Status.class, OwedEffect.Status.values());

    private static final Words<AllocatedPart.Status> PART_STATUSES =
            new Words<>(AllocatedPart.Status.class, AllocatedPart.Status.values());

    static final Shape<Problem> PROBLEM =
            Shape.of(Field.CODE.text(Problem::code), Field.MESSAGE.text(Problem::message), Problem::new);

    static final Shape<AllocatedPart> PART = Shape.of(
            Field.LOCATION.text(AllocatedPart::location),
            Field.LINES.objects(FulfilmentCodec.QUANTITY, AllocatedPart::lines),
            Field.STATUS.word(PART_STATUSES, AllocatedPart.Status.OWED, AllocatedPart::status),
            Field.BACKORDERED.objects(FulfilmentCodec.QUANTITY, AllocatedPart::backordered),
            Field.MISSING.objects(FulfilmentCodec.QUANTITY, AllocatedPart::missing),
            AllocatedPart::new);

    private static final Shape<Intent> INTENT = Shape.of(
            Field.NAME.text(Intent::name),
            Field.SUBJECT.optionalText(Intent::subject),
            Field.AMOUNT.optionalAmount(Intent::amount),
            Field.LINES.objects(FulfilmentCodec.QUANTITY, Intent::lines),
            Field.CODES.texts(Intent::codes),
            Field.POINTS.number(Intent::points),
            Field.LOCATION.optionalText(Intent::location),
            Intent::new);

    private static final Shape<OwedEffect> EFFECT_SHAPE = Shape.of(
            Field.EFFECT.effectId(OwedEffect::id),
            Part.inline(INTENT, OwedEffect::intent),
            Field.PARTS.objects(PART, OwedEffect::parts),
            Field.RUN.optionalText(OwedEffect::run),
            Field.STATUS.word(STATUSES, OwedEffect.Status.OWED, OwedEffect::status),
            Field.ATTEMPTS.smallNumber(OwedEffect::attempts),
            Field.DUE.instant(OwedEffect::due),
            Field.PROBLEM.optionalObject(PROBLEM, OwedEffect::problem),
            (id, intent, parts, run, status, attempts, due, problem) ->
                    new OwedEffect(id, intent, run, new OwedEffect.Progress(status, attempts, due, problem, parts)));

    static final Codec<OwedEffect> EFFECT =
            Codec.of((out, effect) -> EFFECT_SHAPE.write(out, effect), in -> EFFECT_SHAPE.read(in));

    private EffectCodec() {}
}
