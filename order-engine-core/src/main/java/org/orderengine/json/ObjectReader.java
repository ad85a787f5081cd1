package org.orderengine.json;

import java.io.IOException;

/** Reads the fields of a value up to the end of the object that is open. */
@FunctionalInterface
interface ObjectReader<T> {
    T read(FieldReader in) throws IOException;
}
