/** Shows that the store holds its contract on every database, and how each of them is treated. */
@NullMarked
package org.orderengine.jdbc;

import org.jspecify.annotations.NullMarked;
