package org.orderengine.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a value up to the end of the object that is open. */
interface ObjectReader<T extends @Nullable Object> {
    T read(FieldReader in) throws IOException;
}
