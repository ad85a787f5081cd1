package org.orderengine.json;

import static org.orderengine.json.Part.text;

import org.orderengine.model.Problem;

/** What went wrong, by code and message. */
final class ProblemCodec {

    static final Shape<Problem> PROBLEM =
            Shape.of(text(Field.CODE, Problem::code), text(Field.MESSAGE, Problem::message), Problem::new);

    private ProblemCodec() {}
}
