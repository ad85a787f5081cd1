/**
 * The engine and its builder: the only wiring and the only clock. Depends on everything else in the core.
 */
@NullMarked
package org.orderengine.engine;

import org.jspecify.annotations.NullMarked;
