import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j with its data and its neo4j.conf in HOME; it ends when its standard input does. */
public class LocalServer {
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    var server =
        new DatabaseManagementServiceBuilder(home)
            .loadPropertiesFromFile(home.resolve("neo4j.conf"))
            .build();
    System.out.println("STARTED");
    System.out.flush();
    while (System.in.read() >= 0) {}
    server.shutdown();
    System.exit(0);
  }
}
