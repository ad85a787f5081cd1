/** Tests of diagrams and tables. */
@NullMarked
package org.orderengine.diagram;

import org.jspecify.annotations.NullMarked;
