package org.orderengine.json;

import java.io.IOException;

/** Writes the fields of a value into the object that is open. */
interface ObjectWriter<T> {
    void write(FieldWriter out, T value) throws IOException;

    /** The writer that does the work where this one only passes values on to it. */
    default ObjectWriter<T> direct() {
        return this;
    }
}
