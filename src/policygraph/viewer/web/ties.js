/** Relations of entities with each other: policygraph.statements.Tie. */
export const TIES = new Set(["locatedIn", "partOf", "connects", "carriedBy", "buildsOn", "serves", "joins", "memberOf"]);
