/** A real retailer's invoice lines, run through the engine. Depends on everything published. */
@NullMarked
package org.orderengine.examples.retail;

import org.jspecify.annotations.NullMarked;
