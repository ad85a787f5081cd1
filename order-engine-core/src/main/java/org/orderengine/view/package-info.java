/**
 * The JSON in which other programs read orders. Depends on {@code engine} and all to its left; only modules around the engine depend on
 * it.
 */
@NullMarked
package org.orderengine.view;

import org.jspecify.annotations.NullMarked;
